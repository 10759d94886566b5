import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faults, httpError, startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { failureOf, messages, secret, startBench } from "./openai.kit.ts";
import { openaiChatModel } from "./index.ts";

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe("trouble of the moment", () => {
  it.each([
    ["a failing provider", httpError(500), "unavailable"],
    ["no capacity", httpError(503), "overloaded"],
    ["no capacity at the provider", httpError(529), "overloaded"],
    ["a gateway's page", faults.html(502), "unavailable"],
    ["a rate limit", httpError(429), "rate_limited"],
    ["a request that took the server too long", httpError(408), "timeout"],
    ["an error instead of an answer under 200", faults.errorIn200(), "unavailable"],
    [
      "an error under 200 with its code as text",
      faults.errorIn200({ code: "429", message: "slow down" }),
      "rate_limited",
    ],
    [
      "an error under 200 with a word as code",
      faults.errorIn200({ code: "rate_limit_exceeded", message: "slow down" }),
      "rate_limited",
    ],
    ["an error under 200 without a code", faults.errorIn200({ message: "hm" }), "unavailable"],
    ["an error within the choice", faults.errorInChoice(), "unavailable"],
    ["no choices", faults.noChoices(), "empty_answer"],
    ["no content", faults.nullContent(), "empty_answer"],
    ["an empty text", faults.emptyText(), "empty_answer"],
    ["no finish reason", faults.noFinishReason(), "malformed_answer"],
    ["a proxy's page under 200", faults.html(), "malformed_answer"],
    ["broken JSON", faults.brokenJson(), "malformed_answer"],
    ["a cut connection", faults.reset(), "unavailable"],
    ["a connection cut within the body", faults.resetInBody(), "unavailable"],
  ] as const)("%s is asked again", async (_name, behaviour, code) => {
    bench.fake.next(behaviour);
    expect((await bench.model().complete(messages)).text).toBe(`You said: ${secret}`);
    expect(bench.retries).toMatchObject([
      { attempt: 1, model: "first/model", next: "again", error: { code, retryable: true } },
    ]);
  });

  it("ends after maxAttempts, with the last failure", async () => {
    bench.fake.when(() => true, faults.errorIn200());
    const error = await failureOf(bench.model({ maxAttempts: 2 }).complete(messages));
    expect(error).toMatchObject({
      code: "unavailable",
      retryable: true,
      status: 502,
      model: "first/model",
    });
    expect(bench.fake.requests).toHaveLength(2);
  });

  it("never lets the client retry by itself", async () => {
    bench.fake.when(() => true, httpError(503));
    await failureOf(bench.model({ maxAttempts: 1 }).complete(messages));
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("an unreachable server is unavailable", async () => {
    const gone = await startOpenRouterServer();
    await gone.close();
    const nowhere = new OpenAI({ apiKey: "key", baseURL: gone.baseURL, logLevel: "off" });
    const error = await failureOf(
      openaiChatModel(nowhere, { model: "m", maxAttempts: 1 }).complete(messages),
    );
    expect(error).toMatchObject({
      code: "unavailable",
      retryable: true,
      cause: { code: "ECONNREFUSED" },
    });
  });
});

describe("the pause before asking again", () => {
  it("grows at random up to its bound", async () => {
    bench.fake.when(() => true, httpError(503));
    await failureOf(
      bench.model({ maxAttempts: 5, backoff: { baseMs: 100, maxMs: 300 } }).complete(messages),
    );
    expect(bench.pauses).toEqual([100, 200, 300, 300]);
    bench.pauses.length = 0;
    await failureOf(bench.model({ maxAttempts: 3, random: () => 0 }).complete(messages));
    expect(bench.pauses).toEqual([]);
  });

  it.each([
    ["Retry-After in seconds", httpError(429, { headers: { "retry-after": "7" } })],
    [
      "Retry-After as a date",
      httpError(503, { headers: { "retry-after": "Wed, 25 Nov 2026 12:00:07 GMT" } }),
    ],
    ["retry-after-ms", httpError(429, { headers: { "retry-after-ms": "7000" } })],
    [
      "availability",
      httpError(503, {
        availability: { code: "temporarily_unavailable", retryable: true, retry_after: 7 },
      }),
    ],
  ])("is as long as the provider asks by %s", async (_name, behaviour) => {
    bench.fake.next(behaviour);
    await bench.model({ now: () => Date.UTC(2026, 10, 25, 12) }).complete(messages);
    expect(bench.pauses).toEqual([7_000]);
  });

  it("never passes the deadline: the call fails now, and tells the wait", async () => {
    bench.fake.next(httpError(429, { headers: { "retry-after": "120" } }));
    const error = await failureOf(bench.model().complete(messages, { deadlineMs: 60_000 }));
    expect(error).toMatchObject({
      code: "rate_limited",
      retryable: true,
      retryAfterMs: 120_000,
      status: 429,
    });
    expect(bench.pauses).toEqual([]);
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("never ends at the deadline, when it would be too late to ask", async () => {
    bench.fake.next(httpError(429, { headers: { "retry-after": "60" } }));
    const model = bench.model({ now: () => 0 });
    expect(await failureOf(model.complete(messages, { deadlineMs: 60_000 }))).toMatchObject({
      code: "rate_limited",
      retryAfterMs: 60_000,
    });
    expect(bench.pauses).toEqual([]);
  });

  it("never passes the deadline: the next model is asked instead", async () => {
    bench.fake.next(httpError(429, { headers: { "retry-after": "120" } }));
    await bench.model({ fallbackModels: ["second/model"] }).complete(messages, {
      deadlineMs: 60_000,
    });
    expect(bench.modelsAsked()).toEqual(["first/model", "second/model"]);
    expect(bench.pauses).toEqual([]);
  });
});

describe("a failure that stays", () => {
  it.each([
    ["a bad key", httpError(401), "unauthorized"],
    [
      "an empty account",
      httpError(402, { metadata: { error_type: "payment_required" } }),
      "payment_required",
    ],
    ["a missing permission", httpError(403), "forbidden"],
    [
      "moderation",
      httpError(403, { metadata: { reasons: ["x"], flagged_input: secret } }),
      "moderated",
    ],
    ["a content filter", faults.contentFilter(), "moderated"],
    [
      "a refusal under 200",
      faults.errorIn200({
        code: 403,
        message: secret,
        metadata: { error_type: "refusal", reasons: ["x"] },
      }),
      "moderated",
    ],
    ["a body too large for the gateway", httpError(413), "context_too_long"],
    [
      "a request nobody understands",
      httpError(400, { message: `cannot read ${secret}` }),
      "bad_request",
    ],
    ["unprocessable input", httpError(422), "bad_request"],
  ] as const)("is final at once: %s", async (_name, behaviour, code) => {
    bench.fake.next(behaviour);
    const error = await failureOf(
      bench.model({ fallbackModels: ["second/model"] }).complete(messages),
    );
    expect(error).toMatchObject({ name: "LlmError", code, retryable: false });
    expect(bench.fake.requests).toHaveLength(1);
  });
});

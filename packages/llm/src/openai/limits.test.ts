import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Behaviour, answer, faults, httpError } from "@tgmem/openrouter-test-server";
import { failureOf, messages, startBench } from "./openai.kit.ts";

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const caps = () => bench.fake.requests.map(({ body }) => body["max_completion_tokens"]);

const wait = (seconds: string) => httpError(429, { headers: { "retry-after": seconds } });

/** Refuses what may grow above `most` tokens. */
const atMost =
  (most: number, status: number, says: (cap: number) => string): Behaviour =>
  (request, response) => {
    const cap = request.body["max_completion_tokens"] ?? 65_536;
    const behaviour =
      Number(cap) > most ? httpError(status, { message: says(Number(cap)) }) : answer("fine");
    return behaviour(request, response);
  };
const credit = (most: number) =>
  atMost(
    most,
    402,
    (cap) =>
      `This request requires more credits, or fewer max_tokens. You requested up to ${cap} tokens, but can only afford ${most}. To increase, visit https://openrouter.ai/settings/credits`,
  );

describe("credit for a shorter answer", () => {
  it.each([
    ["a cap that is too high", 8_000],
    ["no cap at all", undefined],
  ])("is used after %s", async (_what, maxOutputTokens) => {
    bench.fake.when(() => true, credit(1_234));
    const call = maxOutputTokens === undefined ? {} : { maxOutputTokens };
    expect((await bench.model().complete(messages, call)).text).toBe("fine");
    expect(caps()).toEqual([maxOutputTokens, 1_234]);
    expect(bench.retries).toMatchObject([
      { next: "less_output", delayMs: 0, error: { code: "payment_required" } },
    ]);
  });

  it("is used when it is just enough for some words", async () => {
    bench.fake.when(() => true, credit(64));
    await bench.model().complete(messages);
    expect(caps()).toEqual([undefined, 64]);
  });

  it("is left alone when it is hardly enough for a word", async () => {
    bench.fake.when(() => true, credit(63));
    expect(await failureOf(bench.model().complete(messages))).toMatchObject({
      code: "payment_required",
      retryable: false,
    });
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("is asked for once: a provider that lowers it each time gets no third request", async () => {
    let left = 1_000;
    bench.fake.when(
      () => true,
      (request, response) => credit((left -= 100))(request, response),
    );
    expect(await failureOf(bench.model().complete(messages))).toMatchObject({
      code: "payment_required",
    });
    expect(bench.fake.requests).toHaveLength(2);
  });
});

describe("a cap above what the model can say", () => {
  it.each([
    [
      "OpenAI",
      (cap: number) =>
        `max_tokens is too large: ${cap}. This model supports at most 4096 completion tokens, whereas you provided ${cap}.`,
    ],
    [
      "Groq",
      () =>
        "`max_completion_tokens` must be less than or equal to `4096`, the maximum value for `max_completion_tokens` is less than the `context_window` for this model",
    ],
    ["DeepSeek", () => "Invalid max_tokens value, the valid range of max_tokens is [1, 4096]"],
    [
      "Anthropic",
      (cap: number) =>
        `max_tokens: ${cap} > 4096, which is the maximum allowed number of output tokens for x`,
    ],
  ])("is lowered to that: %s", async (_who, says) => {
    bench.fake.when(() => true, atMost(4_096, 400, says));
    await bench.model().complete(messages, { maxOutputTokens: 8_000 });
    expect(caps()).toEqual([8_000, 4_096]);
  });

  it.each([
    [
      "vLLM",
      "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (3000 in the messages, 6000 in the completion).",
    ],
    [
      "OpenRouter",
      "This endpoint's maximum context length is 8192 tokens. However, you requested about 9000 tokens (3000 of text input, 6000 in the output).",
    ],
  ])("is lowered to what the messages leave: %s", async (_who, message) => {
    bench.fake.next(httpError(400, { message }));
    await bench.model().complete(messages, { maxOutputTokens: 6_000 });
    expect(caps()).toEqual([6_000, 5_176]);
  });

  it("is set to what the messages leave when there was none", async () => {
    const message =
      "This endpoint's maximum context length is 8192 tokens. However, you requested about 9000 tokens (3000 of text input, 6000 in the output).";
    bench.fake.next(httpError(400, { message }));
    await bench.model().complete(messages);
    expect(caps()).toEqual([undefined, 5_176]);
  });

  it("is not lowered to what it was: that would be refused again", async () => {
    bench.fake.when(() => true, httpError(400, { message: "supports at most 100 output tokens" }));
    await failureOf(bench.model().complete(messages, { maxOutputTokens: 100 }));
    expect(caps()).toEqual([100]);
  });

  it("is not lowered when the messages leave hardly anything", async () => {
    const message =
      "This model's maximum context length is 8192 tokens. However, you requested 14000 tokens (8000 in the messages, 6000 in the completion).";
    bench.fake.next(httpError(400, { message }));
    expect(
      await failureOf(bench.model().complete(messages, { maxOutputTokens: 6_000 })),
    ).toMatchObject({ code: "context_too_long" });
    expect(bench.fake.requests).toHaveLength(1);
  });
});

it("a cap is lowered once in a call; what still does not fit is left to the next model", async () => {
  bench.fake.when(
    ({ model }) => model === "first/model",
    (request, response) => {
      const cap = Number(request.body["max_completion_tokens"]);
      const message = `This model's maximum context length is 8192 tokens. However, you requested ${3_000 + cap} tokens (${8_192 - 16 - cap / 2} in the messages, ${cap} in the completion).`;
      return httpError(400, { message })(request, response);
    },
  );
  const model = bench.model({ fallbackModels: ["second/model"] });
  expect(await model.complete(messages, { maxOutputTokens: 1_000 })).toMatchObject({
    model: "second/model",
  });
  expect(caps()).toEqual([1_000, 500, 500]);
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308] as const)("is not followed: %s", async (status) => {
    bench.fake.when(() => true, faults.redirect(status));
    const error = await failureOf(bench.model().complete(messages));
    expect(error).toMatchObject({ code: "bad_request", retryable: false, status });
    expect(error.message).toContain("Correct the base URL");
    expect(bench.fake.requests).toHaveLength(1);
  });
});

describe("a provider that asks to wait for long", () => {
  it("is waited for up to a minute", async () => {
    bench.fake.next(wait("60"));
    await bench.model().complete(messages);
    expect(bench.pauses).toEqual([60_000]);
  });

  it("makes the next model answer", async () => {
    bench.fake.next(wait("61"));
    await bench.model({ fallbackModels: ["second/model"] }).complete(messages);
    expect(bench.modelsAsked()).toEqual(["first/model", "second/model"]);
    expect(bench.pauses).toEqual([]);
  });

  it("fails the call, which tells the wait", async () => {
    bench.fake.next(wait("86400"));
    expect(
      await failureOf(bench.model().complete(messages, { deadlineMs: 100_000_000 })),
    ).toMatchObject({ code: "rate_limited", retryable: true, retryAfterMs: 86_400_000 });
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("is waited for as long as the options say", async () => {
    bench.fake.next(wait("5"));
    expect(await failureOf(bench.model({ maxWaitMs: 4_999 }).complete(messages))).toMatchObject({
      retryAfterMs: 5_000,
    });
  });
});

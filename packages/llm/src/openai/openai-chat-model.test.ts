import { inspect } from "node:util";
import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answer, faults, httpError } from "@tgmem/openrouter-test-server";
import { failureOf, messages, secret, startBench } from "./openai.kit.ts";
import { openaiChatModel } from "./index.ts";

const broken = () => {
  throw new Error("broken bookkeeping");
};

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe("a good answer", () => {
  it("comes with text, model, usage and cost", async () => {
    const completion = await bench.model().complete(messages);
    expect(completion).toEqual({
      text: `You said: ${secret}`,
      finishReason: "stop",
      model: "first/model",
      usage: { input: expect.any(Number), output: expect.any(Number) },
      cost: expect.any(Number),
    });
    expect(bench.usages).toEqual([
      {
        type: "usage",
        model: "first/model",
        provider: "Test",
        ...completion.usage,
        cost: completion.cost,
        durationMs: expect.any(Number),
      },
    ]);
  });

  it("may be cut at the cap, and says so", async () => {
    bench.fake.next(answer("half a", { finishReason: "length" }));
    expect(await bench.model().complete(messages)).toMatchObject({
      text: "half a",
      finishReason: "length",
    });
  });

  it("names the model that served it", async () => {
    bench.fake.next(answer("hi", { over: { model: "other/model" } }));
    expect(await bench.model().complete(messages)).toMatchObject({ model: "other/model" });
  });

  it("may begin with whitespace, lack usage, or come in parts", async () => {
    bench.fake.next(
      faults.whitespaceFirst("late"),
      answer("bare", { over: { usage: undefined } }),
      answer(null, {
        choice: {
          message: {
            content: [
              { type: "thinking", text: "hm" },
              { type: "text", text: "parts" },
            ],
          },
        },
      }),
    );
    const model = bench.model();
    expect((await model.complete(messages)).text).toBe("late");
    expect(await model.complete(messages)).toEqual({
      text: "bare",
      finishReason: "stop",
      model: "first/model",
    });
    expect((await model.complete(messages)).text).toBe("parts");
  });

  it("is not lost to a callback that throws", async () => {
    bench.fake.next(httpError(503));
    expect(await bench.model({ onEvent: broken }).complete(messages)).toMatchObject({
      finishReason: "stop",
    });
  });
});

describe("the request", () => {
  it("carries the model, the messages, the cap and the extra fields, and the client's headers", async () => {
    await bench
      .model({ temperature: 0.3, extraBody: { provider: { sort: "price" } } })
      .complete(messages, { maxOutputTokens: 50 });
    expect(bench.fake.requests[0]?.body).toEqual({
      model: "first/model",
      messages,
      temperature: 0.3,
      max_completion_tokens: 50,
      provider: { sort: "price" },
    });
    expect(bench.fake.requests[0]?.headers).toMatchObject({ "x-openrouter-title": "test" });
  });

  it("tells OpenRouter, and nobody else, to leave long prompts whole", async () => {
    await bench
      .model({ openRouter: true, extraBody: { plugins: [{ id: "web" }] } })
      .complete(messages);
    expect(bench.fake.requests[0]?.body["plugins"]).toEqual([
      { id: "context-compression", enabled: false },
      { id: "web" },
    ]);

    const bodies: unknown[] = [];
    const real = new OpenAI({
      apiKey: "key",
      baseURL: "https://openrouter.ai/api/v1",
      fetch: async (_url, init) => {
        bodies.push(JSON.parse(typeof init?.body === "string" ? init.body : ""));
        return Response.json({ choices: [{ finish_reason: "stop", message: { content: "hi" } }] });
      },
    });
    await openaiChatModel(real, { model: "first/model" }).complete(messages);
    expect(bodies).toMatchObject([{ plugins: [{ id: "context-compression", enabled: false }] }]);
  });
});

it("no error and no event ever holds a text of the person", async () => {
  const echoing = [
    httpError(403, {
      message: secret,
      metadata: { reasons: [secret], flagged_input: secret, error_type: secret },
    }),
    httpError(400, { message: secret, code: secret }),
    httpError(503, { message: secret, availability: { code: secret, retryable: true } }),
    faults.errorIn200({ message: secret, metadata: { raw: secret } }),
    faults.errorInChoice({ code: 502, message: secret }, secret),
    faults.contentFilter(),
  ];
  for (const behaviour of echoing) {
    bench.fake.reset();
    bench.fake.when(() => true, behaviour);
    const error = await failureOf(bench.model().complete(messages));
    expect(
      inspect([error, ...bench.retries, ...bench.usages, ...bench.others], {
        depth: 20,
        showHidden: true,
      }),
    ).not.toContain("4711");
  }
});

it.each([0, 1.5, Number.NaN])("wants a whole number of attempts above zero: %s", (maxAttempts) => {
  expect(() => bench.model({ maxAttempts })).toThrow(
    expect.objectContaining({ name: "LlmError", code: "invalid_argument", retryable: false }),
  );
});

it("does not blame the provider when its own client cannot ask", async () => {
  const client = { baseURL: bench.client.baseURL, chat: { completions: { create: broken } } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a client that is not what it says
  const model = openaiChatModel(client as unknown as OpenAI, { model: "m" });
  expect(await failureOf(model.complete(messages))).toMatchObject({
    code: "invalid_argument",
    message: expect.stringContaining("was not asked"),
  });
});

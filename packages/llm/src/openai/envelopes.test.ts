import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faults, type ReceivedRequest } from "@tgmem/openrouter-test-server";
import { failureOf, messages, secret, startBench } from "./openai.kit.ts";

const { body } = faults;
/** An error of a provider, as OpenRouter passes it on. */
const passedOn = (status: number, raw: unknown, message = "Provider returned error") =>
  body(status, { error: { code: status, message, metadata: { raw, provider_name: "Test" } } });

const tooLong = "This model's maximum context length is 4096 tokens.";
const groq = (status: number) =>
  body(status, {
    error: {
      message:
        "Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 9000",
      type: "tokens",
      code: "rate_limit_exceeded",
    },
  });

const has = ({ body: sent }: ReceivedRequest) => "max_completion_tokens" in sent;

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe("messages that do not fit are context_too_long, and the next model is asked", () => {
  it.each([
    ["OpenRouter", passedOn(400, "", "This endpoint's maximum context length is 4096 tokens.")],
    [
      "a provider behind OpenRouter, as JSON in a text",
      passedOn(400, JSON.stringify({ error: { message: "hm", code: "context_length_exceeded" } })),
    ],
    ["a provider behind OpenRouter, as an object", passedOn(400, { error: { message: tooLong } })],
    ["a provider behind OpenRouter, as a text", passedOn(400, tooLong)],
    [
      "a provider behind OpenRouter, under 200",
      body(200, {
        error: { code: 400, message: "Provider returned error", metadata: { raw: tooLong } },
      }),
    ],
    ["vLLM", body(400, { object: "error", message: tooLong, type: "BadRequestError", code: 400 })],
    ["vLLM under 200", body(200, { object: "error", message: tooLong, type: "x", code: 400 })],
    [
      "llama.cpp",
      body(400, {
        error: {
          code: 400,
          message:
            "request (4267 tokens) exceeds the available context size (4096 tokens), try increasing it",
          type: "exceed_context_size_error",
        },
      }),
    ],
    [
      "llama.cpp with 500",
      body(500, {
        error: { code: 500, message: "the request exceeds the available context size", type: "x" },
      }),
    ],
    ["llama.cpp, older", body(400, { error: { message: "Context size has been exceeded." } })],
    [
      "Gemini",
      body(400, {
        error: {
          code: 400,
          message:
            "The input token count (140000) exceeds the maximum number of tokens allowed (131072).",
          status: "INVALID_ARGUMENT",
        },
      }),
    ],
    [
      "Gemini in an array",
      body(400, [
        {
          error: {
            code: 400,
            message: "The input token count exceeds the maximum.",
            status: "INVALID_ARGUMENT",
          },
        },
      ]),
    ],
    [
      "Anthropic",
      body(400, {
        type: "error",
        error: {
          type: "invalid_request_error",
          message: "prompt is too long: 210000 tokens > 200000 maximum",
        },
      }),
    ],
    ["Anthropic with 413", body(413, { type: "error", error: { type: "request_too_large" } })],
    ["Groq, more than its minute allows", groq(413)],
    ["OpenAI, more than its minute allows", groq(429)],
    ["Ollama", body(400, { error: "the input is too long for the context window" })],
    ["FastAPI", body(422, { detail: "too many tokens" })],
    ["plain text", body(400, tooLong)],
  ])("%s", async (_who, behaviour) => {
    bench.fake.next(behaviour);
    await bench.model({ fallbackModels: ["second/model"] }).complete(messages);
    expect(bench.retries).toMatchObject([
      { error: { code: "context_too_long", retryable: false }, next: "next_model" },
    ]);
  });
});

describe("a failure is told apart wherever it stands", () => {
  it.each([
    [
      "a key that Gemini does not know",
      body(400, [
        {
          error: {
            code: 400,
            message: "x",
            status: "INVALID_ARGUMENT",
            details: [{ reason: "API_KEY_INVALID" }],
          },
        },
      ]),
      "unauthorized",
    ],
    [
      "a model that Ollama lacks",
      body(404, { error: 'model "x" not found, try pulling it first' }),
      "model_not_found",
    ],
    [
      "a model that vLLM lacks",
      body(404, {
        object: "error",
        message: "The model `x` does not exist.",
        type: "NotFoundError",
        code: 404,
      }),
      "model_not_found",
    ],
    [
      "a limit at Anthropic",
      body(429, { type: "error", error: { type: "rate_limit_error" } }),
      "rate_limited",
    ],
    [
      "a full Anthropic under 200",
      body(200, { type: "error", error: { type: "overloaded_error", message: "Overloaded" } }),
      "overloaded",
    ],
    [
      "an empty account at OpenAI",
      body(429, { error: { type: "insufficient_quota", code: "insufficient_quota" } }),
      "payment_required",
    ],
    [
      "a limit under 200, without an error",
      body(200, { object: "error", message: "x", code: 429 }),
      "rate_limited",
    ],
    ["a detail of FastAPI", body(401, { detail: { error: { message: "no" } } }), "unauthorized"],
    [
      "a list of FastAPI",
      body(422, { detail: [{ loc: ["body", "messages", 0], msg: "no", type: "missing" }] }),
      "bad_request",
    ],
    [
      "a limit behind OpenRouter",
      passedOn(400, { error: { code: 429, message: "slow down" } }),
      "rate_limited",
    ],
    [
      "a message that is an object",
      body(400, { message: { code: "invalid_api_key" } }),
      "unauthorized",
    ],
  ] as const)("%s", async (_what, behaviour, code) => {
    bench.fake.when(() => true, behaviour);
    expect(await failureOf(bench.model({ maxAttempts: 1 }).complete(messages))).toMatchObject({
      code,
    });
  });

  it("with the pause that Gemini asks for", async () => {
    bench.fake.next(
      body(429, [
        { error: { code: 429, status: "RESOURCE_EXHAUSTED", details: [{ retryDelay: "7s" }] } },
      ]),
    );
    await bench.model().complete(messages);
    expect(bench.pauses).toEqual([7_000]);
  });

  it("or counts as unknown when it is nested without end", async () => {
    let nested: unknown = "deep";
    for (let depth = 0; depth < 100; depth++) nested = { error: [nested] };
    bench.fake.next(body(400, nested));
    expect(await failureOf(bench.model().complete(messages))).toMatchObject({
      code: "bad_request",
    });
  });

  it("without a word of the provider in the error or in an event", async () => {
    const echo = { error: { message: secret, code: secret, raw: secret } };
    for (const behaviour of [
      passedOn(400, JSON.stringify(echo)),
      passedOn(404, echo),
      body(422, { detail: [{ loc: ["body", secret], msg: secret, type: secret, input: secret }] }),
      body(400, [echo]),
      body(500, { message: secret, detail: secret }),
      body(402, { error: { message: `${secret} can only afford 100`, code: 402 } }),
    ]) {
      bench.reset();
      bench.fake.when(() => true, behaviour);
      const error = await failureOf(bench.model().complete(messages));
      const seen = inspect([error, ...bench.retries], { depth: 20, showHidden: true });
      expect(seen).not.toContain("4711");
    }
  });
});

describe("a parameter that is refused is left out", () => {
  const extra = {
    type: "extra_forbidden",
    loc: ["body", "max_completion_tokens"],
    msg: "Extra inputs are not permitted",
  };
  it.each([
    [
      "Mistral",
      body(422, { object: "error", message: { detail: [extra] }, type: "x", code: null }),
    ],
    ["FastAPI", body(422, { detail: [extra] })],
    [
      "vLLM",
      body(400, {
        object: "error",
        message: "[{'type': 'extra_forbidden', 'loc': ('body', 'max_completion_tokens')}]",
        code: 400,
      }),
    ],
    [
      "a provider behind OpenRouter",
      passedOn(
        400,
        JSON.stringify({
          error: {
            message: "Unsupported parameter: 'max_completion_tokens'",
            param: "max_completion_tokens",
            code: "unsupported_parameter",
          },
        }),
      ),
    ],
  ])("of %s", async (_who, behaviour) => {
    bench.fake.when(has, behaviour);
    const model = bench.model();
    await model.complete(messages, { maxOutputTokens: 99 });
    await model.complete(messages, { maxOutputTokens: 99 });
    expect(bench.fake.requests.map(has)).toEqual([true, false, false]);
  });
});

describe("an error that says nothing", () => {
  const unnamed = [
    ["404", passedOn(404, "")],
    ["400", passedOn(400, "upstream connect error or disconnect/reset before headers")],
    ["502", passedOn(502, "ERROR")],
    ["400 about models", body(400, { error: { message: "No models provided", code: 400 } })],
    ["404 under 200", body(200, { error: { message: "Provider returned error", code: 404 } })],
  ] as const;

  it.each(unnamed)("is asked once more: %s", async (_status, behaviour) => {
    bench.fake.next(behaviour);
    await bench.model().complete(messages);
    expect(bench.retries).toMatchObject([{ error: { code: "unavailable" }, next: "again" }]);
  });

  it.each(unnamed)(
    "is asked no third time, but of the next model: %s",
    async (_status, behaviour) => {
      bench.fake.when(({ model }) => model === "first/model", behaviour);
      await bench.model({ fallbackModels: ["second/model"] }).complete(messages);
      expect(bench.modelsAsked()).toEqual(["first/model", "first/model", "second/model"]);
    },
  );

  it("may work later", async () => {
    bench.fake.when(() => true, passedOn(404, ""));
    expect(await failureOf(bench.model().complete(messages))).toMatchObject({
      code: "unavailable",
      retryable: true,
      status: 404,
    });
    expect(bench.fake.requests).toHaveLength(2);
  });
});

import { LLMock } from "@copilotkit/aimock";
import OpenAI from "openai";
import { afterAll, beforeAll, expect, it } from "vitest";
import { failureOf } from "./openai.kit.ts";
import { openaiChatModel } from "./index.ts";

// Our own fake shares our reading of OpenRouter's documentation; this one was written by others.
const mock = new LLMock({ port: 0, logLevel: "silent" });
const ask = (content: string, model = "x/y", fallbackModels: readonly string[] = []) => {
  const client = new OpenAI({ apiKey: "key", baseURL: `${mock.url}/api/v1`, logLevel: "off" });
  return openaiChatModel(client, {
    model,
    fallbackModels,
    maxAttempts: 2,
    backoff: { baseMs: 1, maxMs: 2 },
  }).complete([{ role: "user", content }]);
};

beforeAll(async () => {
  mock.onMessage("hello", {
    content: "Hi there!",
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, cost: 0.00042 },
  });
  mock.onMessage("busy", {
    error: { message: "Rate limit exceeded" },
    status: 429,
    retryAfter: 3_600,
  });
  mock.onMessage("pay", { error: { message: "Insufficient credits" }, status: 402 });
  mock.onMessage("soft", { error: { message: "Provider returned error" }, status: 200 });
  mock.onMessage("half", { content: "part", finishReason: "error" });
  mock.on(
    { model: "bad/model", userMessage: "fallback" },
    { error: { message: "gone" }, status: 404 },
  );
  mock.on({ model: "good/model", userMessage: "fallback" }, { content: "from good" });
  await mock.start();
});
afterAll(() => mock.stop());

it("an answer of another double is read with usage and cost", async () => {
  expect(await ask("hello")).toEqual({
    text: "Hi there!",
    finishReason: "stop",
    model: "x/y",
    usage: { input: 10, output: 5 },
    cost: 0.00042,
  });
});

it.each([
  ["busy", { code: "rate_limited", retryAfterMs: 3_600_000, status: 429 }],
  ["pay", { code: "payment_required", retryable: false, status: 402 }],
  ["soft", { code: "unavailable", retryable: true }],
  ["half", { code: "unavailable", retryable: true }],
])("a failure of another double is told apart: %s", async (text, expected) => {
  expect(await failureOf(ask(text))).toMatchObject(expected);
});

it("the next model of another double answers", async () => {
  expect(await ask("fallback", "bad/model", ["good/model"])).toMatchObject({
    text: "from good",
    model: "good/model",
  });
});

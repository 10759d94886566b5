import OpenAI from "openai";
import type { ChatMessage } from "../chat-model.ts";
import { LlmError } from "../errors.ts";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import {
  type ChatModelEvent,
  type OpenAiChatModelOptions,
  type RetryEvent,
  type UsageEvent,
  openaiChatModel,
} from "./index.ts";

export const secret = "my secret is 4711";
export const messages: ChatMessage[] = [{ role: "user", content: secret }];

/** A real client on a fake server. Pauses are written down instead of made; random is as long as it can be. */
export async function startBench() {
  const fake = await startOpenRouterServer();
  const client = new OpenAI({
    apiKey: "key",
    baseURL: fake.baseURL,
    logLevel: "off",
    defaultHeaders: { "X-OpenRouter-Title": "test" },
  });
  const retries: RetryEvent[] = [];
  const usages: UsageEvent[] = [];
  const others: ChatModelEvent[] = [];
  const pauses: number[] = [];
  return {
    fake,
    client,
    retries,
    usages,
    others,
    pauses,
    model: (options: Partial<OpenAiChatModelOptions> = {}) =>
      openaiChatModel(client, {
        model: "first/model",
        onEvent(event) {
          if (event.type === "retry") retries.push(event);
          else if (event.type === "usage") usages.push(event);
          else others.push(event);
        },
        random: () => 1,
        pause: async (ms) => void pauses.push(ms),
        ...options,
      }),
    modelsAsked: () => fake.requests.map(({ model }) => model),
    reset() {
      fake.reset();
      retries.length = 0;
      usages.length = 0;
      others.length = 0;
      pauses.length = 0;
    },
    close: () => fake.close(),
  };
}

/** The `LlmError` that a call rejects with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<LlmError> {
  const error = await promise.then(
    (value) => new Error(`resolved: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof LlmError)) throw error;
  return error;
}

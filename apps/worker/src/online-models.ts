import { type ChatModel, modelSummarizer } from "@tgmem/llm";
import { type ChatModelEvent, openaiChatModel, servedModel } from "@tgmem/llm/openai";
import { proxiedFetch } from "@tgmem/service";
import { headersForOpenAi } from "@tgmem/service/variables";
import OpenAI from "openai";
import type { ModelEnv, Models, ModelsOptions, ModelUse } from "./model.ts";

interface OnlineOptions extends ModelsOptions {
  readonly apiKey: string | undefined;
  readonly atOpenRouter: boolean;
}

/** OpenRouter's tool: the model decides whether it searches, and OpenRouter does so within the request. */
const webSearch = { type: "openrouter:web_search", parameters: { max_uses: 3 } };

/** Makes the models of an endpoint. Each has a breaker and limits of its own. */
export function onlineModels(
  env: ModelEnv,
  { apiKey, atOpenRouter, onEvent, shown = false, onServed }: OnlineOptions,
): Models {
  const client = new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL: env.OPENROUTER_BASE_URL,
    ...(env.PROXY?.model !== undefined && { fetch: proxiedFetch(env.PROXY.model) }),
    // The client would take these from the environment, and tell them to whom they are no business of.
    organization: null,
    project: null,
    defaultHeaders: {
      ...Object.fromEntries(headersForOpenAi().map((name) => [name, null])),
      ...(atOpenRouter && { "X-OpenRouter-Title": "tgmem" }),
      ...(!apiKey && { Authorization: null }),
    },
  });

  function ask(use: ModelUse, name: string | undefined): ChatModel {
    const tell = onEvent && ((event: ChatModelEvent) => onEvent(use, event));
    const make = (model: string) =>
      openaiChatModel(client, {
        model,
        fallbackModels: env.OPENROUTER_FALLBACK_MODELS,
        attemptTimeoutMs: env.MODEL_TIMEOUT_MS,
        // OpenRouter takes out what its models think.
        holdUnknown: shown && !atOpenRouter,
        ...(use === "chat" && {
          maxOutputTokens: env.MAX_ANSWER_TOKENS,
          // Who has to wait for longer waits in the list, and not in a slot.
          maxWaitMs: 2_000,
          ...(env.WEB_SEARCH && { extraBody: { tools: [webSearch] } }),
        }),
        ...(tell && { onEvent: tell }),
      });
    if (name !== undefined) return make(name);
    return atOpenRouter
      ? make("openrouter/auto")
      : servedModel(client, { make, onServed, onFailed: tell });
  }
  const { OPENROUTER_CHAT_MODEL, OPENROUTER_SUMMARY_MODEL = OPENROUTER_CHAT_MODEL } = env;
  return {
    online: true,
    chat: ask("chat", OPENROUTER_CHAT_MODEL),
    summarizer: modelSummarizer(ask("summary", OPENROUTER_SUMMARY_MODEL)),
  };
}

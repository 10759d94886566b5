import { type ChatModel, modelSummarizer, type Summarizer } from "@tgmem/llm";
import { offlineModel, offlineSummarizer } from "@tgmem/llm/offline";
import { type ChatModelEvent, openaiChatModel, servedModel } from "@tgmem/llm/openai";
import { headersForOpenAi, type modelVariables } from "@tgmem/service";
import OpenAI from "openai";
import type { z } from "zod";

type ModelEnv = z.output<z.ZodObject<typeof modelVariables>>;

/** What a model is asked for. */
export type ModelUse = "chat" | "summary";

/** The models of a worker. */
export interface Models {
  /** False = there is no key, so both models are offline ones. */
  readonly online: boolean;
  readonly chat: ChatModel;
  readonly summarizer: Summarizer;
}

export interface ModelsOptions {
  /** Hears what happens in the calls of either model. */
  readonly onEvent?: (use: ModelUse, event: ChatModelEvent) => void;
  /** Everybody may read an answer while it is written: nothing that a model thinks aloud may be in it. */
  readonly shown?: boolean;
  /** Hears the name of the model that was chosen because none is set. */
  readonly onServed?: (model: string) => void;
}

/**
 * Makes the models that the environment asks for. At OpenRouter they are offline without a key, and say so; another
 * endpoint needs none, nor the name of a model: then it is the first one that the endpoint lists. Each has a breaker and
 * limits of its own, so that ill summaries do no harm to the chat.
 */
export function createModels(
  env: ModelEnv,
  { onEvent, shown = false, onServed }: ModelsOptions = {},
): Models {
  const apiKey = env.OPEN_ROUTER_API_KEY ?? env.OPENROUTER_API_KEY;
  const atOpenRouter = isOpenRouter(env.OPENROUTER_BASE_URL);
  if (!apiKey && atOpenRouter)
    return { online: false, chat: offlineModel(), summarizer: offlineSummarizer() };
  const client = new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL: env.OPENROUTER_BASE_URL,
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
    const make = (model: string) =>
      openaiChatModel(client, {
        model,
        fallbackModels: env.OPENROUTER_FALLBACK_MODELS.filter((other) => other !== model),
        attemptTimeoutMs: env.MODEL_TIMEOUT_MS,
        // OpenRouter takes out what its models think.
        holdUnknown: shown && !atOpenRouter,
        ...(use === "chat" && {
          maxOutputTokens: env.MAX_ANSWER_TOKENS,
          // Who has to wait for longer waits in the list, and not in a slot.
          maxWaitMs: 2_000,
        }),
        ...(onEvent && { onEvent: (event: ChatModelEvent) => onEvent(use, event) }),
      });
    if (name !== undefined) return make(name);
    return atOpenRouter ? make("openrouter/auto") : servedModel(client, { make, onServed });
  }
  const { OPENROUTER_CHAT_MODEL, OPENROUTER_SUMMARY_MODEL = OPENROUTER_CHAT_MODEL } = env;
  return {
    online: true,
    chat: ask("chat", OPENROUTER_CHAT_MODEL),
    summarizer: modelSummarizer(ask("summary", OPENROUTER_SUMMARY_MODEL)),
  };
}

const isOpenRouter = (baseUrl: string) =>
  /(^|\.)openrouter\.ai$/u.test(URL.parse(baseUrl)?.hostname ?? "");

import { type ChatModel, isOpenRouter, type Summarizer } from "@tgmem/llm";
import type { ChatModelEvent } from "@tgmem/llm/openai";
import type { modelVariables } from "@tgmem/service/variables";
import type { z } from "zod";

/** What the variables say of the models. */
export type ModelEnv = z.output<z.ZodObject<typeof modelVariables>>;

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
export async function createModels(env: ModelEnv, options: ModelsOptions = {}): Promise<Models> {
  const apiKey = env.OPEN_ROUTER_API_KEY ?? env.OPENROUTER_API_KEY;
  const atOpenRouter = isOpenRouter(env.OPENROUTER_BASE_URL);
  // Only those that are needed are loaded: a client of models takes time and memory.
  if (!apiKey && atOpenRouter) {
    const { offlineModel, offlineSummarizer } = await import("@tgmem/llm/offline");
    return { online: false, chat: offlineModel(), summarizer: offlineSummarizer() };
  }
  const { onlineModels } = await import("./online-models.ts");
  return onlineModels(env, { apiKey, atOpenRouter, ...options });
}

import { type ChatModel, modelSummarizer, type Summarizer } from "@tgmem/llm";
import { offlineModel, offlineSummarizer } from "@tgmem/llm/offline";
import { openaiChatModel } from "@tgmem/llm/openai";
import type { modelVariables } from "@tgmem/service";
import OpenAI from "openai";
import type { z } from "zod";

type ModelEnv = z.output<z.ZodObject<typeof modelVariables>>;

/** The models of a worker. */
export interface Models {
  /** False = there is no key, so both models are offline ones. */
  readonly online: boolean;
  readonly chat: ChatModel;
  readonly summarizer: Summarizer;
}

/** Makes the models that the environment asks for; without a key they are offline and say so. */
export function createModels(env: ModelEnv): Models {
  const apiKey = env.OPEN_ROUTER_API_KEY ?? env.OPENROUTER_API_KEY;
  if (!apiKey) return { online: false, chat: offlineModel(), summarizer: offlineSummarizer() };
  const client = new OpenAI({
    apiKey,
    baseURL: env.OPENROUTER_BASE_URL,
    defaultHeaders: { "X-OpenRouter-Title": "tgmem" },
  });
  const ask = (model: string) => openaiChatModel(client, { model });
  return {
    online: true,
    chat: ask(env.OPENROUTER_CHAT_MODEL),
    summarizer: modelSummarizer(ask(env.OPENROUTER_SUMMARY_MODEL ?? env.OPENROUTER_CHAT_MODEL)),
  };
}

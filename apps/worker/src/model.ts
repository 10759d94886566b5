import { type ChatModel, summarizer, type Summarizer } from "@tgmem/llm";
import { offlineModel, offlineSummarizer } from "@tgmem/llm/offline";
import { openaiChatModel } from "@tgmem/llm/openai";
import { optionalText } from "@tgmem/service";
import OpenAI from "openai";
import { z } from "zod";

/** The variables of the model, for every process that asks one. */
export const modelEnv = {
  OPEN_ROUTER_API_KEY: z
    .string()
    .optional()
    .meta({ description: "key of OpenRouter; without one the bot is offline", secret: true }),
  OPENROUTER_API_KEY: z
    .string()
    .optional()
    .meta({ description: "the same under OpenRouter's own spelling", secret: true }),
  OPENROUTER_BASE_URL: z
    .url()
    .default("https://openrouter.ai/api/v1")
    .meta({ description: "any OpenAI-compatible endpoint" }),
  OPENROUTER_CHAT_MODEL: z
    .string()
    .default("openrouter/auto")
    .meta({ description: "model that answers" }),
  OPENROUTER_SUMMARY_MODEL: optionalText("model that summarizes, else the one that answers"),
};
type ModelEnv = z.output<z.ZodObject<typeof modelEnv>>;

export interface Models {
  readonly online: boolean;
  readonly chat: ChatModel;
  readonly summarizer: Summarizer;
}

/** The models that the environment asks for; without a key they are offline and say so. */
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
    summarizer: summarizer(ask(env.OPENROUTER_SUMMARY_MODEL ?? env.OPENROUTER_CHAT_MODEL)),
  };
}

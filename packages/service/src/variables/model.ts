import { z } from "zod";
import { optionalSecret, optionalText, text } from "./kinds.ts";

/** The variables of every process that asks a model. */
export const modelVariables = {
  OPEN_ROUTER_API_KEY: optionalSecret("key of OpenRouter; without one the bot is offline"),
  OPENROUTER_API_KEY: optionalSecret("the same under OpenRouter's own spelling"),
  OPENROUTER_BASE_URL: z
    .url()
    .default("https://openrouter.ai/api/v1")
    .meta({ description: "any OpenAI-compatible endpoint" }),
  OPENROUTER_CHAT_MODEL: text("model that answers", "openrouter/auto"),
  OPENROUTER_SUMMARY_MODEL: optionalText("model that summarizes, else the one that answers"),
};

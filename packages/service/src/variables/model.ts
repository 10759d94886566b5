import { optionalFileText } from "./file-text.ts";
import { httpUrlOr, names, onOrOff, optionalSecret, optionalText, wholeNumber } from "./kinds.ts";
import { proxyVariable } from "./proxy.ts";

/** The variables of every process that asks a model. */
export const modelVariables = {
  OPEN_ROUTER_API_KEY: optionalSecret("key of OpenRouter; without one the bot is offline"),
  OPENROUTER_API_KEY: optionalSecret("the same under OpenRouter's own spelling"),
  OPENROUTER_BASE_URL: httpUrlOr(
    "any OpenAI-compatible endpoint; another one than OpenRouter needs no key",
    "https://openrouter.ai/api/v1",
  ),
  OPENROUTER_CHAT_MODEL: optionalText(
    "model that answers, else openrouter/auto, or the first that another endpoint serves",
  ),
  OPENROUTER_SUMMARY_MODEL: optionalText("model that summarizes, else the one that answers"),
  OPENROUTER_FALLBACK_MODELS: names(
    "models that are asked when the first one fails, in this order",
  ),
  PERSONA: optionalFileText("file with the system prompt, instead of the bot's own", {
    maxChars: 16_000,
  }),
  WEB_SEARCH: onOrOff(
    "whether the model may search the web, by OpenRouter's tool, which costs extra: on or off",
    "off",
  ),
  PROXY: proxyVariable,
  MODEL_TIMEOUT_MS: wholeNumber(
    "ms for one request to a model, its answer included, or its first words where answers grow",
    {
      min: 1_000,
      max: 600_000,
      fallback: 60_000,
    },
  ),
  MAX_ANSWER_TOKENS: wholeNumber("tokens that an answer may have, reasoning included", {
    min: 16,
    max: 1_000_000,
    fallback: 4_000,
  }),
};

/** What each chat may choose: asked by the worker, which answers /model, and by the receiver, which shows it in the menu. */
export const modelChoiceVariables = {
  MODELS: names("models among which each chat may choose with /model; none = there is no /model"),
};

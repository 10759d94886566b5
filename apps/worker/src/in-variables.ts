/**
 * What our packages advise, in the words of whoever wrote the call, beside what an operator has: the variables. A phrase that
 * holds another one stands before it.
 */
const phrases: readonly (readonly [advice: string, inVariables: string])[] = [
  [
    "Ask again later, or name fallback models",
    "Check OPENROUTER_BASE_URL, wait, or name other models in OPENROUTER_FALLBACK_MODELS",
  ],
  ["name fallback models", "name other models in OPENROUTER_FALLBACK_MODELS"],
  ["raise attemptTimeoutMs and deadlineMs", "raise MODEL_TIMEOUT_MS"],
  ["raise attemptTimeoutMs", "raise MODEL_TIMEOUT_MS"],
  ["raise deadlineMs", "raise MODEL_TIMEOUT_MS"],
  ["raise idleTimeoutMs", "name another model in OPENROUTER_CHAT_MODEL"],
  ["Check the API key", "Check OPEN_ROUTER_API_KEY"],
  ["the account of the API key", "the account of OPEN_ROUTER_API_KEY"],
  ["what the API key", "what OPEN_ROUTER_API_KEY"],
  [
    "Check the model's name, the provider constraints and the base URL",
    "Check OPENROUTER_CHAT_MODEL and OPENROUTER_BASE_URL",
  ],
  [
    "Check the options and extraBody against the provider's documentation",
    "Check OPENROUTER_CHAT_MODEL and OPENROUTER_BASE_URL",
  ],
  [
    "check the base URL, which often ends in /v1, or name a model",
    "check OPENROUTER_BASE_URL, which often ends in /v1, or name a model in OPENROUTER_CHAT_MODEL",
  ],
  [": check the base URL", ": check OPENROUTER_BASE_URL"],
  ["load one there, or name one", "load one there, or name one in OPENROUTER_CHAT_MODEL"],
  ["that the base URL is", "that OPENROUTER_BASE_URL is"],
  [
    "Raise maxOutputTokens, or lower the reasoning effort",
    "Raise MAX_ANSWER_TOKENS, or name a model in OPENROUTER_CHAT_MODEL that thinks less",
  ],
  ["raise maxOutputTokens", "name another model in OPENROUTER_SUMMARY_MODEL"],
  ["take a model with a longer context", "name one in OPENROUTER_CHAT_MODEL that reads more"],
  ["or raise requestTimeoutMs", "or look at the network"],
  ["let ensureSchema() make it", "make it by `pnpm tgmem airtable create`"],
  ["lower `rate`", "lower AIRTABLE_RATE"],
  ["or raise policy.storeTimeoutMs", "or look at what slows Redis down"],
];

/** Gives what an error of our packages advises as an operator can follow it: with the names of variables. */
export const inVariables = (message: string): string =>
  phrases.reduce((text, [advice, words]) => text.replaceAll(advice, words), message);

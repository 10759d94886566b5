import { duration, wholeNumber } from "./kinds.ts";

/** How much the worker does at once, for how long it tries, and how much one person may use. */
export const workerVariables = {
  WORKER_SLOTS: wholeNumber("messages answered at once", { min: 1, max: 1_000, fallback: 500 }),
  SUMMARY_SLOTS: wholeNumber("summaries made at once, beside the messages", {
    min: 1,
    max: 1_000,
    fallback: 10,
  }),
  ANSWER_WITHIN: duration(
    "age at which a message is given up; one that is older when it is first looked at gets one line a chat",
    "24h",
  ),
  LIMIT_TOKENS_PER_DAY: wholeNumber("tokens that one person may use in a day (UTC); 0 = any", {
    min: 0,
    max: 1_000_000_000,
    fallback: 0,
  }),
};

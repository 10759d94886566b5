import { wholeNumber } from "./kinds.ts";

/** How much the bot remembers word for word, and how often it summarizes. */
export const memoryVariables = {
  MEMORY_WINDOW: wholeNumber("turns that are remembered word for word", {
    min: 1,
    max: 200,
    fallback: 10,
  }),
  SUMMARIZE_EVERY: wholeNumber("turns between two summaries", { min: 1, max: 200, fallback: 10 }),
};

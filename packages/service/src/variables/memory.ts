import { timeZone, wholeNumber } from "./kinds.ts";

/** How much the bot remembers word for word, how often it summarizes, and whose clock it tells the time by. */
export const memoryVariables = {
  MEMORY_WINDOW: wholeNumber("turns that are remembered word for word", {
    min: 1,
    max: 200,
    fallback: 10,
  }),
  SUMMARIZE_EVERY: wholeNumber("turns between two summaries", { min: 1, max: 200, fallback: 10 }),
  TIME_ZONE: timeZone("the clock by which the model is told when something was said", "UTC"),
};

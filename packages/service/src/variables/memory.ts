import { oneOf, timeZone, wholeNumber } from "./kinds.ts";
import { relation } from "./relation.ts";

/** How much the bot remembers word for word, how often it summarizes, and whose clock it tells the time by. */
export const memoryVariables = {
  MEMORY_WINDOW: wholeNumber("turns that are remembered word for word", {
    min: 1,
    max: 200,
    fallback: 10,
  }),
  MEMORY_PROMPT: oneOf(
    "turns that the model reads: the last ones, or those since the summary",
    ["fifo", "since_summary"],
    "fifo",
  ),
  RECALL_WORDS: wholeNumber(
    "words of what was said long ago that the model reads with a message; 0 = none, and nothing is kept for it",
    { min: 0, max: 2_000, fallback: 150 },
  ),
  SUMMARIZE_EVERY: wholeNumber("turns between two summaries", { min: 1, max: 200, fallback: 10 }),
  TIME_ZONE: timeZone("the clock by which the model is told when something was said", "UTC"),
};

interface MemoryEnv {
  readonly MEMORY_WINDOW: number;
  readonly MEMORY_PROMPT: "fifo" | "since_summary";
  readonly SUMMARIZE_EVERY: number;
  readonly RECALL_WORDS: number;
  readonly AIRTABLE_BATCH_WINDOW_MS?: number;
}

/** A prompt cannot show more turns than are remembered: the arguments of zod's `refine`. */
export const wideWindow = relation<Partial<MemoryEnv>>(
  "MEMORY_WINDOW",
  ({ MEMORY_PROMPT, MEMORY_WINDOW = 0, SUMMARIZE_EVERY = 0 }) =>
    MEMORY_PROMPT !== "since_summary" || MEMORY_WINDOW >= SUMMARIZE_EVERY,
  "expected SUMMARIZE_EVERY or more, because MEMORY_PROMPT is since_summary",
);

/** What the variables say of the policy of a memory. */
export const memoryPolicy = ({
  MEMORY_PROMPT,
  MEMORY_WINDOW,
  SUMMARIZE_EVERY,
  RECALL_WORDS,
  AIRTABLE_BATCH_WINDOW_MS = 0,
}: MemoryEnv) => ({
  prompt: MEMORY_PROMPT,
  window: MEMORY_WINDOW,
  summarizeEvery: SUMMARIZE_EVERY,
  ...(RECALL_WORDS > 0 && { recallWords: RECALL_WORDS }),
  summaryWindowMs: AIRTABLE_BATCH_WINDOW_MS,
});

import { oneOf, timeZone, wholeNumber } from "./kinds.ts";

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
  SUMMARIZE_EVERY: wholeNumber("turns between two summaries", { min: 1, max: 200, fallback: 10 }),
  TIME_ZONE: timeZone("the clock by which the model is told when something was said", "UTC"),
};

interface MemoryEnv {
  readonly MEMORY_WINDOW: number;
  readonly MEMORY_PROMPT: "fifo" | "since_summary";
  readonly SUMMARIZE_EVERY: number;
}

/** What is wrong when a prompt is to show more turns than are remembered: a check for zod's `refine`. */
export const wideWindow: [
  check: (env: Partial<MemoryEnv>) => boolean,
  problem: { path: string[]; error: string; when: () => boolean },
] = [
  ({ MEMORY_PROMPT, MEMORY_WINDOW = 0, SUMMARIZE_EVERY = 0 }) =>
    MEMORY_PROMPT !== "since_summary" || MEMORY_WINDOW >= SUMMARIZE_EVERY,
  {
    path: ["MEMORY_WINDOW"],
    error: "expected SUMMARIZE_EVERY or more, because MEMORY_PROMPT is since_summary",
    // Together with the other problems, not after them.
    when: () => true,
  },
];

/** What the variables say of the policy of a memory. */
export const memoryPolicy = ({ MEMORY_PROMPT, MEMORY_WINDOW, SUMMARIZE_EVERY }: MemoryEnv) => ({
  prompt: MEMORY_PROMPT,
  window: MEMORY_WINDOW,
  summarizeEvery: SUMMARIZE_EVERY,
});

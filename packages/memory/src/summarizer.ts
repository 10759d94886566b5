import type { Turn } from "./memory.ts";

export interface SummarizeInput {
  /** The summary so far, null at the first time. */
  readonly previous: string | null;
  /** The turns to fold in, oldest first; at least one. */
  readonly turns: readonly Turn[];
  /** Words. The upper bound is a limit, the lower one a wish: nothing is padded to reach it. */
  readonly minWords: number;
  readonly maxWords: number;
}

/** Folds turns into a summary. Its text is untrusted: memory validates it and keeps the old one if it fails. */
export interface Summarizer {
  summarize(
    input: SummarizeInput,
    options?: { readonly signal?: AbortSignal },
  ): Promise<{ readonly text: string }>;
}

import type { Turn } from "./turn.ts";

/** What there is to summarize, and how long the summary may be. */
export interface SummarizeInput {
  /** The summary so far, or null when there is none yet. */
  readonly previous: string | null;
  /** The turns to fold in, at least one; the oldest one first. */
  readonly turns: readonly Turn[];
  /** How many words the summary should have at least. It is a wish: nothing is padded to reach it. */
  readonly minWords: number;
  /** How many words the summary may have at most. A longer one is cut at a sentence. */
  readonly maxWords: number;
}

/** Folds turns into a summary. Its text is untrusted: memory validates it and keeps the old one if it fails. */
export interface Summarizer {
  /**
   * Present on one that works without a model. What it writes is poorer than what a model or a person wrote, so memory
   * lets it follow on its own texts alone; until a model is there again, turns stay pending.
   */
  readonly offline?: {
    /** Whether this summarizer wrote the summary, which may have been cut at a sentence since. */
    wrote(summary: string): boolean;
  };
  /**
   * Resolves with the new summary, which stands for the previous one too; rejects when there is none to be had. An
   * error whose `code` is `context_too_long` is answered with half of the turns, down to one; one that says
   * `retryable: false` fails the summary, and `retryAfterMs` defers it for so long at least.
   */
  summarize(
    input: SummarizeInput,
    options?: { readonly signal?: AbortSignal },
  ): Promise<{ readonly text: string }>;
}

/** What a summarizer reads of a turn. */
export interface SummarizedTurn {
  /** When it began, in ms since 1970. */
  readonly atMs: number;
  /** What the person said. */
  readonly user: string;
  /** What was answered. */
  readonly assistant: string;
}

/** What there is to summarize, and how long the summary may be. */
export interface SummarizeInput {
  /** The summary so far, or null when there is none yet. */
  readonly previous: string | null;
  /** The turns to fold in, oldest first; at least one. */
  readonly turns: readonly SummarizedTurn[];
  /** How many words the summary should have at least. It is a wish: nothing is padded to reach it. */
  readonly minWords: number;
  /** How many words the summary may have at most. */
  readonly maxWords: number;
}

/** Folds turns into a summary. It has the structure of the summarizer that `@tgmem/memory` takes. */
export interface Summarizer {
  /**
   * Present on one that works without a model. What it writes is poorer than what a model wrote, so that it must only
   * follow on its own texts: `wrote` tells them from all others.
   */
  readonly offline?: {
    /** Whether this summary is one of its own. */
    wrote(summary: string): boolean;
  };
  /** Resolves with the new summary, which stands for the previous one too; rejects when there is none to be had. */
  summarize(
    input: SummarizeInput,
    options?: { readonly signal?: AbortSignal },
  ): Promise<{ readonly text: string }>;
}

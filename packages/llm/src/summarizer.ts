/** What a summarizer reads of a turn. */
export interface SummarizedTurn {
  readonly atMs: number;
  readonly user: string;
  readonly assistant: string;
}

export interface SummarizeInput {
  /** The summary so far, null at the first time. */
  readonly previous: string | null;
  /** The turns to fold in, oldest first; at least one. */
  readonly turns: readonly SummarizedTurn[];
  /** Words. The upper bound is a limit, the lower one a wish: nothing is padded to reach it. */
  readonly minWords: number;
  readonly maxWords: number;
}

/** Folds turns into a summary. Structurally the summarizer that `@tgmem/memory` takes. */
export interface Summarizer {
  summarize(
    input: SummarizeInput,
    options?: { readonly signal?: AbortSignal },
  ): Promise<{ readonly text: string }>;
}

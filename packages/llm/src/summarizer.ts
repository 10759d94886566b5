/** What a summarizer reads of a turn. */
export interface SummarizedTurn {
  /** When it began, in ms since 1970. */
  readonly atMs: number;
  /** What the person said. */
  readonly user: string;
  /** What was answered. */
  readonly assistant: string;
}

export interface SummarizeInput {
  /** The summary so far, null at the first time. */
  readonly previous: string | null;
  /** The turns to fold in, oldest first; at least one. */
  readonly turns: readonly SummarizedTurn[];
  /** A wish: nothing is padded to reach it. */
  readonly minWords: number;
  /** A limit. */
  readonly maxWords: number;
}

/** Folds turns into a summary. It has the structure of the summarizer that `@tgmem/memory` takes. */
export interface Summarizer {
  summarize(
    input: SummarizeInput,
    options?: { readonly signal?: AbortSignal },
  ): Promise<{ readonly text: string }>;
}

import type { SummarizeInput, Summarizer } from "../summarizer.ts";

/** A summarizer that says what a test wants, and tells what it was asked. */
export interface CannedSummarizer extends Summarizer {
  /** The questions so far, in order. */
  readonly inputs: readonly SummarizeInput[];
}

/**
 * Answers without a model what it is told to say, or how far the conversation went. Rejects with an error that it is
 * told to say.
 */
export function cannedSummarizer(
  answer: string | Error | ((input: SummarizeInput) => string | Error) = ({ turns }) =>
    `Talked up to turn ${turns.at(-1)?.seq ?? 0}.`,
): CannedSummarizer {
  const inputs: SummarizeInput[] = [];
  return {
    inputs,
    async summarize(input, { signal } = {}) {
      signal?.throwIfAborted();
      inputs.push(input);
      const text = typeof answer === "function" ? answer(input) : answer;
      if (text instanceof Error) throw text;
      return { text };
    },
  };
}

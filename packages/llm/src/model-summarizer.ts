import type { ChatModel, CompleteOptions } from "./chat-model.ts";
import { LlmError } from "./errors.ts";
import type { Summarizer } from "./summarizer.ts";
import { repairPrompt, summaryPrompt } from "./summary-prompt.ts";
import { countWords } from "./words.ts";

/** Says how `modelSummarizer` asks its model; everything has a default. */
export interface ModelSummarizerOptions {
  /** IANA name of the zone in which "tomorrow" becomes a date. @default "UTC" */
  readonly timeZone?: string;
  /** The cap of each call in tokens, reasoning included. @default six per allowed word, at least 1_024 */
  readonly maxOutputTokens?: number;
  /** How long each of the at most two calls may take, in ms. @default the model's own */
  readonly deadlineMs?: number;
  /** How many UTF-16 units of one message are read; the rest of a longer one is not. @default 4_000 */
  readonly maxCharsPerMessage?: number;
}

interface WithSignal {
  readonly signal: AbortSignal | undefined;
}

/** Takes a Markdown fence off the text. */
function unfenced(text: string): string {
  return (/^\s*```[a-z]*\n([\s\S]*?)\n?```\s*$/u.exec(text)?.[1] ?? text).trim();
}

/**
 * Lets a model fold turns into a summary. A draft over `maxWords` is shortened once by the model; what comes back may
 * still be too long, and is as untrusted as every answer: check it before you keep it. Rejects with the model's `LlmError`,
 * and with `truncated` when the output cap cut the draft.
 */
export function modelSummarizer(
  model: ChatModel,
  options: ModelSummarizerOptions = {},
): Summarizer {
  const { timeZone = "UTC", maxOutputTokens, deadlineMs, maxCharsPerMessage = 4_000 } = options;

  async function ask(
    messages: Parameters<ChatModel["complete"]>[0],
    maxWords: number,
    { signal }: WithSignal,
  ): Promise<string> {
    const call: CompleteOptions = {
      maxOutputTokens: maxOutputTokens ?? Math.max(1_024, maxWords * 6),
      ...(deadlineMs !== undefined && { deadlineMs }),
      ...(signal && { signal }),
    };
    const { text, finishReason, model: answered } = await model.complete(messages, call);
    if (finishReason === "length") {
      throw new LlmError(
        "truncated",
        `The summary was cut at ${call.maxOutputTokens} tokens: raise maxOutputTokens.`,
        { model: answered },
      );
    }
    return unfenced(text);
  }

  async function shortened(
    draft: string,
    maxWords: number,
    { signal }: WithSignal,
  ): Promise<string> {
    try {
      const repaired = await ask(repairPrompt(draft, maxWords), maxWords, { signal });
      return repaired !== "" &&
        countWords(repaired, maxWords * 2) <= countWords(draft, maxWords * 2)
        ? repaired
        : draft;
    } catch (error) {
      if (signal?.aborted) throw error;
      // A long draft can still be cut at a sentence; a failed repair must not cost it.
      return draft;
    }
  }

  return {
    async summarize(input, { signal } = {}) {
      const draft = await ask(
        summaryPrompt(input, { timeZone, maxCharsPerMessage }),
        input.maxWords,
        { signal },
      );
      return {
        text:
          countWords(draft, input.maxWords) > input.maxWords
            ? await shortened(draft, input.maxWords, { signal })
            : draft,
      };
    },
  };
}

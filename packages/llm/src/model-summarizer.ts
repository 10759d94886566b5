import type { ChatModel, CompleteOptions, ReasoningEffort } from "./chat-model.ts";
import { LlmError } from "./errors.ts";
import { offlineSummarizer } from "./offline/offline-summarizer.ts";
import type { SummarizeInput, Summarizer } from "./summarizer.ts";
import { repairPrompt, summaryPrompt } from "./summary-prompt.ts";
import { countWords } from "./words.ts";

/** Says how `modelSummarizer` asks its model; everything has a default. */
export interface ModelSummarizerOptions {
  /** IANA name of the zone in which "tomorrow" becomes a date. @default "UTC" */
  readonly timeZone?: string;
  /**
   * The cap of each call in tokens, reasoning included. @default six per allowed word, at least 1_024, and 4_000 to reason;
   * 16_000 from the first summary on that this has cut, because models differ in how much they reason
   */
  readonly maxOutputTokens?: number;
  /** How much the model may think about a summary. @default "low" */
  readonly reasoning?: ReasoningEffort;
  /** How long each call of the model may take, in ms; one summary may need several. @default the model's own */
  readonly deadlineMs?: number;
  /** How many UTF-16 units of one message are read; the rest of a longer one is not. @default 4_000 */
  readonly maxCharsPerMessage?: number;
}

interface WithSignal {
  readonly signal: AbortSignal | undefined;
}

/** Room for a model that reasons a little before it writes. */
const reasoningTokens = 4_000;
/** Enough for a model that reasons a lot. */
const roomyOutputTokens = 16_000;
/** A shorter piece of a message says too little to be worth another call. */
const fewestChars = 250;

/** A model gave a cut answer, although it was asked for a whole one. */
class Cut extends LlmError {}

const failedWith = (error: unknown, code: LlmError["code"]): boolean =>
  error instanceof LlmError && error.code === code;

/** Takes a Markdown fence off the text. */
function unfenced(text: string): string {
  return (/^\s*```[a-z]*\n([\s\S]*?)\n?```\s*$/u.exec(text)?.[1] ?? text).trim();
}

/**
 * Lets a model fold turns into a summary. A draft over `maxWords` is shortened once by the model; what comes back may
 * still be too long, and is as untrusted as every answer: check it before you keep it. Rejects with the model's `LlmError`,
 * with `context_too_long` when it should be given fewer turns (of a single one it reads less by itself), with
 * `truncated` when the output cap cut the draft, and with `moderated` when the model declined. An offline model writes no summaries: for one, this is `offlineSummarizer()`.
 */
export function modelSummarizer(
  model: Pick<ChatModel, "complete" | "offline">,
  options: ModelSummarizerOptions = {},
): Summarizer {
  if (model.offline) return offlineSummarizer();
  const { timeZone = "UTC", maxOutputTokens, deadlineMs, maxCharsPerMessage = 4_000 } = options;
  const { reasoning = "low" } = options;
  let roomy = false;

  function capOf(maxWords: number): number {
    const usual = Math.max(1_024, maxWords * 6) + reasoningTokens;
    return maxOutputTokens ?? (roomy ? Math.max(roomyOutputTokens, usual) : usual);
  }

  async function ask(
    messages: Parameters<ChatModel["complete"]>[0],
    maxWords: number,
    { signal }: WithSignal,
  ): Promise<string> {
    const call: CompleteOptions = {
      maxOutputTokens: capOf(maxWords),
      reasoning,
      whole: true,
      ...(deadlineMs !== undefined && { deadlineMs }),
      ...(signal && { signal }),
    };
    const { text, finishReason, refused, model: answered } = await model.complete(messages, call);
    if (refused)
      throw new LlmError("moderated", `${answered} declined to write a summary of these turns.`, {
        model: answered,
      });
    if (finishReason === "length") {
      throw new Cut(
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

  /** The same cap would cut the same summary again, and each attempt is paid: from now on there is more room. */
  async function roomyDraft(
    input: SummarizeInput,
    maxChars: number,
    { signal }: WithSignal,
  ): Promise<string> {
    const prompt = summaryPrompt(input, { timeZone, maxCharsPerMessage: maxChars });
    const { maxWords } = input;
    const cap = capOf(maxWords);
    try {
      return await ask(prompt, maxWords, { signal });
    } catch (error) {
      if (!failedWith(error, "truncated")) throw error;
      roomy = true;
      // A model that fails by itself has tried a larger cap and other models already.
      if (!(error instanceof Cut) || capOf(maxWords) === cap) throw error;
      return ask(prompt, maxWords, { signal });
    }
  }

  /** Fewer turns are for the caller to choose, because none may be left out; of a single one, less is read. */
  async function fittingDraft(input: SummarizeInput, { signal }: WithSignal): Promise<string> {
    let maxChars = Math.min(maxCharsPerMessage, longest(input));
    for (;;) {
      try {
        return await roomyDraft(input, maxChars, { signal });
      } catch (error) {
        const mayReadLess = input.turns.length === 1 && maxChars > fewestChars;
        if (!mayReadLess || !failedWith(error, "context_too_long")) throw error;
        maxChars = Math.floor(maxChars / 2);
      }
    }
  }

  return {
    async summarize(input, { signal } = {}) {
      const draft = await fittingDraft(input, { signal });
      return {
        text:
          countWords(draft, input.maxWords) > input.maxWords
            ? await shortened(draft, input.maxWords, { signal })
            : draft,
      };
    },
  };
}

const longest = ({ turns }: SummarizeInput): number =>
  Math.max(...turns.flatMap(({ user, assistant }) => [user.length, assistant.length]));

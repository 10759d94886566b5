import type { InboundMessage } from "@tgmem/contracts";
import {
  type ChatMessage,
  type ChatModel,
  type Citation,
  type Completion,
  LlmError,
} from "@tgmem/llm";
import { MemoryError, type Prompts, type TokenUsage } from "@tgmem/memory";
import { textsFor } from "@tgmem/texts";
import { isUnreadable, promptText } from "./message-text.ts";
import type { Allowance } from "./allowance.ts";
import { overheard } from "./overheard.ts";
import type { PaidAnswers } from "./paid-answers.ts";

export interface ComposeOptions {
  /** Puts the words of the message behind what is remembered, and takes less of that where the model has no room. */
  readonly prompts: Pick<Prompts, "prompt" | "shorten">;
  readonly model: ChatModel;
  readonly allowance?: Allowance | undefined;
  readonly paid?: PaidAnswers | undefined;
  /** Says whether an answer could be kept, as far as it is known: nobody pays for one that would be lost. */
  readonly isWritable?: (() => boolean) | undefined;
  /** Hears the text as far as the model has written it; a further call of the model begins anew. */
  readonly onText?: ((text: string) => void) | undefined;
  /** Hears on which pages an answer draws, with its whole text. */
  readonly onCited?: ((text: string, citations: readonly Citation[]) => void) | undefined;
  /** Aborts when the person wants no more of the answer: what is written by then is the answer. */
  readonly stop?: AbortSignal | undefined;
  readonly signal: AbortSignal;
}

export interface Composed {
  readonly text: string;
  /** What it took, as the provider counted it. */
  readonly usage?: TokenUsage;
  /** The text says that there is no answer: there is nothing to remember. */
  readonly isUnanswered?: true;
  /** The person has stopped the answer. */
  readonly cut?: true;
}

/** Stands where a text was cut, so that nobody takes its end for what was meant. */
const cutMark = " […]";
/** What was used of a model that did not come to say it, so that nobody has words for nothing. */
const charsPerToken = 4;

/**
 * Makes the answer to a message: the model's, or one sentence when there are no words to answer, far too many, or the
 * person's day is used up. Resolves with null when the person has stopped it before its first word. Rejects when the signal
 * has aborted, so that whoever lost the message meanwhile writes nothing.
 */
export async function compose(
  jobId: string,
  message: InboundMessage,
  {
    prompts,
    model,
    allowance,
    paid,
    isWritable = () => true,
    onText,
    onCited,
    stop,
    signal,
  }: ComposeOptions,
): Promise<Composed | null> {
  const texts = textsFor(message.language);
  if (isUnreadable(message)) return { text: texts.unreadable[message.unreadable] };
  if (await allowance?.isUsedUp(message.userId))
    return { text: texts.overLimit, isUnanswered: true };
  const words = promptText(message);
  let written = "";
  const asked = onText ? overheard(model, (text) => onText((written = text))) : model;
  const ends = stop ? AbortSignal.any([signal, stop]) : signal;
  for (;;) {
    written = "";
    const prompt = prompts.prompt(words);
    try {
      const before = paid?.of(jobId, prompt);
      if (!before && !isWritable())
        throw new MemoryError(
          "store_unavailable",
          "No answer could be kept: Redis takes no writes.",
        );
      const completion = before ?? (await asked.complete(prompt, { signal: ends }));
      const used = usageOf(completion);
      if (!before) {
        paid?.keep(jobId, prompt, completion);
        if (used.usage) await allowance?.use(message.userId, used.usage);
      }
      signal.throwIfAborted();
      const { finishReason, citations } = completion;
      const isCut = finishReason === "length";
      const text = isCut ? completion.text.trimEnd() + cutMark : completion.text;
      if (citations) onCited?.(text, citations);
      return { text, ...used };
    } catch (error) {
      if (stop?.aborted && !signal.aborted) return stopped(prompt);
      if (!(error instanceof LlmError) || error.code !== "context_too_long") throw error;
      if (!prompts.shorten()) return { text: texts.tooLong, isUnanswered: true };
    }
  }

  async function stopped(prompt: readonly ChatMessage[]): Promise<Composed | null> {
    const read = prompt.reduce((sum, { content }) => sum + content.length, 0);
    const [input, output] = [read, written.length].map((chars) => Math.ceil(chars / charsPerToken));
    await allowance?.use(message.userId, { input: input ?? 0, output: output ?? 0 });
    signal.throwIfAborted();
    return written.trim() === "" ? null : { text: written.trimEnd() + cutMark, cut: true };
  }
}

const usageOf = ({ usage, cost }: Completion): Pick<Composed, "usage"> =>
  usage ? { usage: { ...usage, ...(cost === undefined ? {} : { cost }) } } : {};

import type { InboundMessage } from "@tgmem/contracts";
import { type ChatModel, type Completion, LlmError } from "@tgmem/llm";
import type { Prompts, TokenUsage } from "@tgmem/memory";
import { textsFor } from "@tgmem/texts";
import { isUnreadable, promptText } from "./message-text.ts";

export interface ComposeOptions {
  /** Puts the words of the message behind what is remembered, and takes less of that where the model has no room. */
  readonly prompts: Pick<Prompts, "prompt" | "shorten">;
  readonly model: ChatModel;
  readonly signal: AbortSignal;
}

export interface Composed {
  readonly text: string;
  /** What it took, as the provider counted it. */
  readonly usage?: TokenUsage;
  /** The message alone is more than the model can read, and `text` says so: there is nothing to remember. */
  readonly tooLong?: true;
}

/**
 * Makes the answer to a message: the model's, or one sentence when there are no words to answer or far too many. Rejects
 * when the signal has aborted, so that whoever lost the message meanwhile writes nothing.
 */
export async function compose(
  message: InboundMessage,
  { prompts, model, signal }: ComposeOptions,
): Promise<Composed> {
  const texts = textsFor(message.language);
  if (isUnreadable(message)) return { text: texts.unreadable[message.unreadable] };
  const words = promptText(message);
  for (;;) {
    try {
      const completion = await model.complete(prompts.prompt(words), { signal });
      signal.throwIfAborted();
      return { text: completion.text, ...usageOf(completion) };
    } catch (error) {
      if (!(error instanceof LlmError) || error.code !== "context_too_long") throw error;
      if (!prompts.shorten()) return { text: texts.tooLong, tooLong: true };
    }
  }
}

const usageOf = ({ usage, cost }: Completion): Pick<Composed, "usage"> =>
  usage ? { usage: { ...usage, ...(cost === undefined ? {} : { cost }) } } : {};

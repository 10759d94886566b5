import type { InboundMessage, SummaryRequest } from "@tgmem/contracts";
import type { ChatMessage, ChatModel } from "@tgmem/llm";
import type { Memory } from "@tgmem/memory";
import type { Producer } from "@tgmem/queue";
import { isUnreadable, promptText, turnOf } from "./message-text.ts";
import { unreadable } from "./texts.ts";

export interface AnswerDeps {
  readonly memory: Pick<Memory, "open">;
  readonly model: ChatModel;
  readonly summaries: Producer<SummaryRequest>;
  /** False = there is no archive, so nothing is summarized. */
  readonly summarizing: boolean;
}

/** Answers a message and remembers the turn. A turn that was committed before gives its stored answer. */
export async function answerMessage(
  jobId: string,
  message: InboundMessage,
  { memory, model, summaries, summarizing }: AnswerDeps,
  { signal }: { readonly signal: AbortSignal },
): Promise<string> {
  const { chatId } = message;
  const turn = await memory.open(chatId, { turnId: jobId, signal });
  if (turn.replay !== undefined) return turn.replay;
  const assistant = await compose(message, { prompt: (text) => turn.prompt(text), model, signal });
  const committed = await turn.commit({ ...turnOf(jobId, message), assistant }, { signal });
  if (summarizing && committed.due) {
    const id = `summary:${chatId}:${committed.coversThrough}`;
    await summaries.push([{ id, lane: chatId, body: { v: 1, chatId } }]);
  }
  return committed.answer;
}

export interface ComposeOptions {
  /** Puts the words of the message behind what is remembered. */
  readonly prompt: (text: string) => readonly ChatMessage[];
  readonly model: ChatModel;
  readonly signal: AbortSignal;
}

/**
 * Makes the answer to a message: the model's, or one sentence when there are no words to answer. Rejects when the
 * signal has aborted, so that whoever lost the message meanwhile writes nothing.
 */
export async function compose(
  message: InboundMessage,
  { prompt, model, signal }: ComposeOptions,
): Promise<string> {
  if (isUnreadable(message)) return unreadable[message.unreadable].answer;
  const { text } = await model.complete(prompt(promptText(message)), { signal });
  signal.throwIfAborted();
  return text;
}

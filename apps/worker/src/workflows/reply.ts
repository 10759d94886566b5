import { type InboundMessage, isCommand, type OutboundMessage } from "@tgmem/contracts";
import type { Memory } from "@tgmem/memory";
import type { Producer } from "@tgmem/queue";
import { answerCommand } from "./answer-command.ts";
import { answerEdit } from "./answer-edit.ts";
import { type AnswerDeps, answerMessage } from "./answer-message.ts";

export interface ReplyDeps extends AnswerDeps {
  readonly memory: Pick<Memory, "open" | "revise" | "chat">;
  readonly outbound: Producer<OutboundMessage>;
  /** Shows the person that an answer is being made, until the returned function is called. */
  readonly answering?: (chatId: string) => () => void;
}

/** How a message ended; `noted` = nothing was to be sent, because an edit only corrected what is remembered. */
export type Replied = "answered" | "noted";

/**
 * Replies to one message: memory → model → memory → outbound list. Safe to repeat at any point: a committed turn gives
 * its stored answer, and the outbound list drops an id that it has seen.
 */
export async function reply(
  jobId: string,
  message: InboundMessage,
  deps: ReplyDeps,
  { signal }: { readonly signal: AbortSignal },
): Promise<Replied> {
  const answered = deps.answering?.(message.chatId);
  const text = await textFor(jobId, message, deps, { signal }).finally(answered);
  if (text === null) return "noted";
  signal.throwIfAborted();
  const { chatId, userId, messageId } = message;
  const inGroup = chatId !== userId;
  await deps.outbound.push([
    {
      id: jobId,
      lane: chatId,
      body: {
        v: 1,
        chatId,
        userId,
        text,
        ...(inGroup && messageId > 0 ? { replyToMessageId: messageId } : {}),
      },
    },
  ]);
  return "answered";
}

async function textFor(
  jobId: string,
  message: InboundMessage,
  deps: ReplyDeps,
  options: { readonly signal: AbortSignal },
): Promise<string | null> {
  if (isCommand(message.text)) return answerCommand(jobId, message, deps, options);
  if (message.editedAtMs !== undefined) return answerEdit(jobId, message, deps, options);
  return answerMessage(jobId, message, deps, options);
}

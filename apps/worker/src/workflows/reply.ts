import {
  type InboundMessage,
  isCommand,
  type OutboundMessage,
  type SummaryRequest,
} from "@tgmem/contracts";
import type { ChatModel } from "@tgmem/llm";
import type { Memory } from "@tgmem/memory";
import type { Producer } from "@tgmem/queue";
import { answerCommand } from "./commands.ts";

export interface ReplyDeps {
  readonly memory: Pick<Memory, "open" | "user">;
  readonly model: ChatModel;
  readonly outbound: Producer<OutboundMessage>;
  readonly summaries: Producer<SummaryRequest>;
  /** False = there is no archive, so nothing is summarized. */
  readonly summarizing: boolean;
}

/**
 * Answers one message: memory → model → commit → outbound list. Safe to repeat at any point: a committed turn gives its
 * stored answer, and the outbound list drops an id that it has seen.
 */
export async function reply(
  jobId: string,
  message: InboundMessage,
  deps: ReplyDeps,
  signal: AbortSignal,
): Promise<void> {
  const text = isCommand(message.text)
    ? await answerCommand(message, jobId, deps, signal)
    : await answerFromMemory(jobId, message, deps, signal);
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
}

async function answerFromMemory(
  turnId: string,
  { userId, text }: InboundMessage,
  { memory, model, summaries, summarizing }: ReplyDeps,
  signal: AbortSignal,
): Promise<string> {
  const turn = await memory.open(userId, { turnId });
  if (turn.replay !== undefined) return turn.replay;
  const { text: assistant } = await model.complete(turn.prompt(text), { signal });
  // Somebody else may have taken the message over meanwhile: then this run writes nothing.
  signal.throwIfAborted();
  const committed = await turn.commit({ user: text, assistant });
  if (summarizing && committed.status !== "forgotten" && committed.due) {
    const id = `summary:${userId}:${committed.coversThrough}`;
    await summaries.push([{ id, lane: userId, body: { v: 1, userId } }]);
  }
  return committed.answer;
}

import { inboundId, type InboundMessage, laneOf, operatorAccount } from "@tgmem/contracts";
import type { Producer } from "@tgmem/queue";

export interface EnqueueArguments {
  readonly text: string;
  readonly user: string;
  /** The chat in which the answer appears. @default the user's private chat */
  readonly chat?: string | undefined;
}

/** Puts a message on the inbound list as the receiver would; resolves with its id. */
export async function enqueueMessage(
  { text, user, chat = user }: EnqueueArguments,
  { inbound, now = Date.now }: { readonly inbound: Producer<unknown>; readonly now?: () => number },
): Promise<string> {
  if (text.trim() === "") throw new Error('There is no text: tgmem enqueue "hello" --user 42');
  const message: InboundMessage = {
    v: 1,
    chatId: chat,
    userId: user,
    messageId: now(),
    text,
    sentAtMs: now(),
  };
  const id = inboundId(operatorAccount, message);
  await inbound.push([{ id, lane: laneOf(message), body: message }]);
  return id;
}

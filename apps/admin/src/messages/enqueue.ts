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
  const sentAtMs = now();
  for (let messageId = sentAtMs; ; messageId++) {
    const body: InboundMessage = { v: 1, chatId: chat, userId: user, messageId, text, sentAtMs };
    const id = inboundId(operatorAccount, body);
    const known = await inbound.push([{ id, lane: laneOf(body), body }]);
    // Somebody else enqueued at the very same moment.
    if (known.length === 0) return id;
  }
}

import { type InboundMessage, inboundId, laneOf } from "@tgmem/contracts";
import type { Producer } from "@tgmem/queue";
import { type IncomingMessage, isListed, type Whitelist } from "@tgmem/telegram";

/** Whoever does not know whether a message was meant for the bot may leave it out. */
export type ReceivedMessage = Pick<
  IncomingMessage,
  "chatId" | "userId" | "messageId" | "text" | "sentAtMs"
> &
  Partial<Pick<IncomingMessage, "addressed">>;

export interface ReceiveOptions {
  readonly inbound: Producer<InboundMessage>;
  /** Own id of the bot: a part of the job's id. */
  readonly account: string;
  /** Decides by the writer's id; null = everybody may talk to the bot. */
  readonly whitelist: Whitelist;
}

/** `ignored`: not listed, not meant for the bot, or without text. */
export type Received = "accepted" | "duplicate" | "ignored";

/** Puts one message on the inbound list. Rejects if it is not there for sure; safe to repeat. */
export async function receive(
  message: ReceivedMessage,
  { inbound, account, whitelist }: ReceiveOptions,
): Promise<Received> {
  if (!isListed(whitelist, message.userId)) return "ignored";
  if (message.addressed === false || message.text.trim() === "") return "ignored";
  const body = toInbound(message);
  const duplicates = await inbound.push([
    { id: inboundId(account, body), lane: laneOf(body), body },
  ]);
  return duplicates.length > 0 ? "duplicate" : "accepted";
}

export const toInbound = ({
  chatId,
  userId,
  messageId,
  text,
  sentAtMs,
}: ReceivedMessage): InboundMessage => ({
  v: 1,
  chatId,
  userId,
  messageId,
  text,
  sentAtMs,
});

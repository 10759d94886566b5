import { type InboundMessage, inboundId, laneOf } from "@tgmem/contracts";
import type { NewJob, Producer } from "@tgmem/queue";
import { type IncomingMessage, isListed, type Whitelist } from "@tgmem/telegram";

/** A message as the receiver hears of it. Whoever does not know whether it was meant for the bot may leave that out. */
export type ReceivedMessage = Omit<IncomingMessage, "chatType" | "addressed" | "members"> & {
  readonly addressed?: boolean;
  /** The single messages from which it was put together. */
  readonly members?: readonly ReceivedMessage[];
};

export interface ReceiveOptions {
  readonly inbound: Producer<InboundMessage>;
  /** The bot's own id, which is a part of the job's id. */
  readonly account: string;
  /** Decides by the writer's id; null = everybody may talk to the bot. */
  readonly whitelist: Whitelist;
}

/** What became of a message; `ignored` = its writer is not listed, it is not meant for the bot, or it is empty. */
export type Received = "accepted" | "duplicate" | "ignored";

/**
 * Puts one message on the inbound list. Rejects if it is not there for sure; safe to repeat, also in other groupings.
 */
export async function receive(
  message: ReceivedMessage,
  { inbound, account, whitelist }: ReceiveOptions,
): Promise<Received> {
  if (!isListed(whitelist, message.userId)) return "ignored";
  if (message.addressed === false) return "ignored";
  if (message.text.trim() === "" && !message.unreadable) return "ignored";
  const duplicates = await inbound.push([toJob(message, account)]);
  if (duplicates.length === 0) return "accepted";
  const members = message.members?.filter(({ addressed }) => addressed !== false);
  if (!members) return "duplicate";
  // It was put together otherwise before a crash: members that the list knows, by id or as aliases, drop out.
  const known = await inbound.push(members.map((member) => toJob(member, account)));
  return known.length < members.length ? "accepted" : "duplicate";
}

function toJob(message: ReceivedMessage, account: string): NewJob<InboundMessage> {
  const body = toInbound(message);
  const others = message.members?.filter(({ messageId }) => messageId !== message.messageId) ?? [];
  return {
    id: inboundId(account, body),
    lane: laneOf(body),
    body,
    ...(others.length > 0 ? { aliases: others.map((other) => inboundId(account, other)) } : {}),
  };
}

function toInbound({
  chatId,
  userId,
  messageId,
  text,
  sentAtMs,
  quote,
  editedAtMs,
  unreadable,
  members = [],
}: ReceivedMessage): InboundMessage {
  const parts = members.filter((member) => member.text.trim() !== "");
  return {
    v: 1,
    chatId,
    userId,
    messageId,
    text,
    sentAtMs,
    ...(parts.length > 1
      ? { parts: parts.map((part) => ({ messageId: part.messageId, text: part.text })) }
      : {}),
    ...(quote ? { quote } : {}),
    ...(editedAtMs === undefined ? {} : { editedAtMs }),
    ...(unreadable ? { unreadable } : {}),
  };
}

import {
  type InboundMessage,
  inboundId,
  isCommand,
  laneOf,
  concernsAdministrator,
  outboundJob,
  type OutboundMessage,
} from "@tgmem/contracts";
import type { NewJob, Producer } from "@tgmem/queue";
import { type Access, mayTalk } from "@tgmem/service";
import type { IncomingMessage } from "@tgmem/telegram";
import { textsFor } from "@tgmem/texts";
import type { Waiting, WaitingLimit } from "./waiting/waiting-limit.ts";

/** A message as the receiver hears of it. Whoever does not know whether it was meant for the bot may leave that out. */
export type ReceivedMessage = Omit<IncomingMessage, "chatType" | "addressed" | "members"> & {
  readonly chatType?: IncomingMessage["chatType"];
  readonly addressed?: boolean;
  /** The single messages from which it was put together. */
  readonly members?: readonly ReceivedMessage[];
};

/** Both the writer and, in a group, the group have to be let in. */
export interface ReceiveOptions extends Access {
  readonly inbound: Producer<InboundMessage>;
  /** The bot's own id, which is a part of the job's id. */
  readonly account: string;
  /** Hears what somebody wrote who may not talk to the bot. Once it has resolved the message is done with. */
  readonly newcomer?: ((message: ReceivedMessage) => Promise<unknown>) | undefined;
  /** Looks at a message before anything else does, and resolves with whether there is nothing more to do with it. */
  readonly pair?: ((message: ReceivedMessage) => Promise<boolean>) | undefined;
  /** Refuses what is too much of one person, who is told so once; absent = everything is taken in. */
  readonly limit?: {
    readonly waiting: WaitingLimit;
    readonly outbound: Producer<OutboundMessage>;
  };
  /** Asks Telegram whether a person administrates a group. Where it does not say, the command is not carried out. */
  readonly isAdministrator?: (chatId: string, userId: string) => Promise<boolean>;
  /** Hears the id of each job that was put on the list. */
  readonly onAccepted?: (id: string) => void;
}

/**
 * What became of a message; `ignored` = its writer or its group may not talk to the bot, it is not meant for the bot, or it is empty;
 * `refused` = too many of its writer wait.
 */
export type Received = "accepted" | "duplicate" | "ignored" | "refused";

/**
 * Puts one message on the inbound list. Rejects if it is not there for sure; safe to repeat, also in other groupings.
 */
export async function receive(
  message: ReceivedMessage,
  options: ReceiveOptions,
): Promise<Received> {
  const { account, limit } = options;
  if (await options.pair?.(message)) return "ignored";
  if (!(await mayTalk(options, message.userId, message.chatId))) {
    await options.newcomer?.(message);
    return "ignored";
  }
  if (message.addressed === false) return "ignored";
  if (message.text.trim() === "" && !message.unreadable) return "ignored";
  const accept = () => pushMessage(message, options);
  if (!limit) return accept();
  const { waiting, outbound } = limit;
  const job = toWaiting(message, account);
  const received = await waiting.within(job, accept);
  if (received) return received;
  if (await waiting.isToTell(job)) {
    const text = textsFor(message.sender?.languageCode).tooMany;
    await outbound.push([outboundJob(`full:${job.id}`, message, text)]);
  }
  return "refused";
}

function toWaiting(message: ReceivedMessage, account: string): Waiting {
  return {
    id: inboundId(account, message),
    lane: laneOf(message),
    userId: message.userId,
    messages: message.members?.length ?? 1,
    isCommand: isCommand(message.text),
  };
}

async function pushMessage(
  message: ReceivedMessage,
  { inbound, account, isAdministrator = async () => false, onAccepted }: ReceiveOptions,
): Promise<Received> {
  const push = async (jobs: readonly NewJob<InboundMessage>[]) => {
    const duplicates = new Set(await inbound.push(jobs));
    for (const { id } of jobs) if (!duplicates.has(id)) onAccepted?.(id);
    return duplicates.size;
  };
  const administrator = await lookUp(message, isAdministrator);
  if ((await push([toJob(message, account, administrator)])) === 0) return "accepted";
  const members = message.members?.filter(({ addressed }) => addressed !== false);
  if (!members) return "duplicate";
  // It was put together otherwise before a crash: members that the list knows, by id or as aliases, drop out.
  const known = await push(members.map((member) => toJob(member, account)));
  return known < members.length ? "accepted" : "duplicate";
}

/** Only a command of an administrator in a group needs to know. */
async function lookUp(
  { text, chatId, userId }: ReceivedMessage,
  isAdministrator: NonNullable<ReceiveOptions["isAdministrator"]>,
): Promise<{ readonly administrator?: boolean }> {
  if (chatId === userId || !concernsAdministrator(text)) return {};
  try {
    return { administrator: await isAdministrator(chatId, userId) };
  } catch {
    return {};
  }
}

function toJob(
  message: ReceivedMessage,
  account: string,
  administrator: { readonly administrator?: boolean } = {},
): NewJob<InboundMessage> {
  const body = { ...toInbound(message), ...administrator };
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
  chatType,
  chatTitle,
  userId,
  sender,
  topicId,
  messageId,
  text,
  sentAtMs,
  quote,
  editedAtMs,
  waitedMs,
  unreadable,
  members = [],
}: ReceivedMessage): InboundMessage {
  const parts = members.filter((member) => member.text.trim() !== "");
  return {
    v: 1,
    chatId,
    userId,
    ...(sender ? { speaker: sender.name } : {}),
    ...(chatType ? { chat: chatOf(chatType, chatTitle) } : {}),
    ...(sender?.languageCode ? { language: sender.languageCode } : {}),
    ...(topicId === undefined ? {} : { topicId }),
    messageId,
    text,
    sentAtMs,
    ...(parts.length > 1
      ? { parts: parts.map((part) => ({ messageId: part.messageId, text: part.text })) }
      : {}),
    ...(quote ? { quote } : {}),
    ...(editedAtMs === undefined ? {} : { editedAtMs }),
    ...(waitedMs === undefined ? {} : { waitedMs: Math.round(waitedMs) }),
    ...(unreadable ? { unreadable } : {}),
  };
}

const chatOf = (
  type: IncomingMessage["chatType"],
  title: string | undefined,
): NonNullable<InboundMessage["chat"]> => ({
  kind: type === "private" ? "private" : "group",
  ...(title === undefined ? {} : { title }),
});

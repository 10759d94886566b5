import { Api } from "telegram";
import type { Account, ChatType, IncomingMessage } from "../../telegram.ts";
import { chatIdOf } from "../session/chat-id.ts";
import type { KnownPeople } from "../session/known-people.ts";
import { topicIn } from "./quote.ts";
import { unreadableIn } from "./unreadable.ts";

/**
 * Accounts of Telegram's own, behind which is nobody to talk to: Telegram with its log-in codes, the codes' bot, the group's
 * anonymous administrator, the channel's bot, "Replies" and the anti-spam bot. The numbers are those of TDLib.
 */
const serviceAccounts: ReadonlySet<string> = new Set([
  "777000",
  "489000",
  "1087968824",
  "136817688",
  "1271266957",
  "5434988373",
]);

export interface WritersOptions {
  readonly people?: Pick<KnownPeople, "sender" | "title" | "isProgram">;
  /** Ids of bots that are heard all the same. */
  readonly bots?: ReadonlySet<string>;
}

/** Makes what the port delivers of a message that a person wrote to this account; undefined = nobody did. */
export function toIncoming(
  message: Api.TypeMessage,
  account: Account,
  { people, bots }: WritersOptions = {},
): IncomingMessage | undefined {
  if (!(message instanceof Api.Message) || message.out || message.post) return undefined;
  const chatId = chatIdOf(message.peerId);
  const chatType = chatTypeOf(message);
  const userId = writerOf(message);
  // Own id: in "Saved Messages" the bot would talk to itself for ever.
  if (userId === undefined || userId === account.id || serviceAccounts.has(userId))
    return undefined;
  // Two bots that answer each other never end.
  if (people?.isProgram(userId) && !bots?.has(userId)) return undefined;
  const text = message.message ?? "";
  const topicId = topicIn(message);
  const sender = people?.sender(userId);
  const chatTitle = chatType === "private" ? undefined : people?.title(chatId);
  // Without words and without media: something that this client does not know yet.
  const unreadable = unreadableIn(message.media) ?? (text.trim() === "" ? "other" : undefined);
  return {
    chatId,
    chatType,
    userId,
    ...(sender ? { sender } : {}),
    ...(chatTitle === undefined ? {} : { chatTitle }),
    ...(topicId === undefined ? {} : { topicId }),
    messageId: message.id,
    text,
    sentAtMs: message.date * 1_000,
    addressed:
      chatType === "private" || Boolean(message.mentioned) || isCalled(text, account.username),
    ...(unreadable ? { unreadable } : {}),
  };
}

function chatTypeOf({ peerId }: Api.Message): ChatType {
  if (peerId instanceof Api.PeerUser) return "private";
  return peerId instanceof Api.PeerChat ? "group" : "supergroup";
}

/** A post of a channel, or of an anonymous administrator, has no person behind it. */
function writerOf({ fromId, peerId }: Api.Message): string | undefined {
  const writer = fromId ?? peerId;
  return writer instanceof Api.PeerUser ? writer.userId.toString() : undefined;
}

/** `/help` and `/help@me` are for us, `/help@another_bot` is not. */
function isCalled(text: string, username: string | undefined): boolean {
  const [, command] = /^\/\w+(?:@(\w+))?(?!\S)/.exec(text) ?? [];
  if (/^\/\w/.test(text))
    return command === undefined
      ? /^\/\w+(?!\S)/.test(text)
      : command.toLowerCase() === username?.toLowerCase();
  if (username === undefined) return false;
  return text
    .toLowerCase()
    .split(/[^\w@]+/)
    .includes(`@${username.toLowerCase()}`);
}

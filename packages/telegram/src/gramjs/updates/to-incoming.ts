import { Api } from "telegram";
import type { Account, ChatType, IncomingMessage } from "../../telegram.ts";
import { chatIdOf } from "../session/chat-id.ts";
import type { KnownPeople } from "../session/known-people.ts";
import { unreadableIn } from "./unreadable.ts";

/** Telegram itself writes here, log-in codes among others: nobody to talk to. */
const serviceAccount = "777000";

/** Makes what the port delivers of a message that a person wrote to this account; undefined = nobody did. */
export function toIncoming(
  message: Api.TypeMessage,
  account: Account,
  people?: Pick<KnownPeople, "sender" | "title">,
): IncomingMessage | undefined {
  if (!(message instanceof Api.Message) || message.out) return undefined;
  const chatId = chatIdOf(message.peerId);
  const chatType = chatTypeOf(message);
  const userId = writerOf(message);
  // Own id: in "Saved Messages" the bot would talk to itself for ever.
  if (userId === undefined || userId === account.id || userId === serviceAccount) return undefined;
  const text = message.message ?? "";
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
    messageId: message.id,
    text,
    sentAtMs: message.date * 1_000,
    addressed:
      chatType === "private" || Boolean(message.mentioned) || isCalled(text, account.username),
    ...(unreadable ? { unreadable } : {}),
  };
}

function chatTypeOf({ peerId, post }: Api.Message): ChatType {
  if (peerId instanceof Api.PeerUser) return "private";
  if (peerId instanceof Api.PeerChat) return "group";
  return post ? "channel" : "supergroup";
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

import { Api } from "telegram";
import { getPeerId } from "telegram/Utils.js";
import type { Account, ChatType, IncomingMessage } from "../../telegram.ts";

/** Telegram itself writes here, log-in codes among others: nobody to talk to. */
const serviceAccount = "777000";

/** The message that a person wrote to this account, or undefined. */
export function toIncoming(
  message: Api.TypeMessage,
  account: Account,
): IncomingMessage | undefined {
  if (!(message instanceof Api.Message) || message.out) return undefined;
  const chatId = getPeerId(message.peerId);
  const chatType = chatTypeOf(message);
  const userId = writerOf(message);
  // Own id: in "Saved Messages" the bot would talk to itself for ever.
  if (userId === undefined || userId === account.id || userId === serviceAccount) return undefined;
  const text = message.message ?? "";
  return {
    chatId,
    chatType,
    userId,
    messageId: message.id,
    text,
    sentAtMs: message.date * 1_000,
    addressed:
      chatType === "private" || Boolean(message.mentioned) || isCalled(text, account.username),
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

/** The message in an update. Two short forms carry its fields without the message, for user accounts only. */
export function messageIn(update: Api.TypeUpdate | Api.TypeUpdates): Api.TypeMessage | undefined {
  if (update instanceof Api.UpdateNewMessage || update instanceof Api.UpdateNewChannelMessage)
    return update.message;
  if (update instanceof Api.UpdateShortMessage)
    return new Api.Message({
      ...sharedFields(update),
      peerId: new Api.PeerUser({ userId: update.userId }),
    });
  if (update instanceof Api.UpdateShortChatMessage)
    return new Api.Message({
      ...sharedFields(update),
      peerId: new Api.PeerChat({ chatId: update.chatId }),
      fromId: new Api.PeerUser({ userId: update.fromId }),
    });
  return undefined;
}

const sharedFields = ({
  id,
  out,
  mentioned,
  date,
  message,
  entities,
  replyTo,
  fwdFrom,
  viaBotId,
}: Api.UpdateShortMessage | Api.UpdateShortChatMessage) => ({
  id,
  date,
  message,
  ...(out === undefined ? {} : { out }),
  ...(mentioned === undefined ? {} : { mentioned }),
  ...(entities === undefined ? {} : { entities }),
  ...(replyTo === undefined ? {} : { replyTo }),
  ...(fwdFrom === undefined ? {} : { fwdFrom }),
  ...(viaBotId === undefined ? {} : { viaBotId }),
});

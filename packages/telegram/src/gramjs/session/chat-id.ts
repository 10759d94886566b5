import bigInt from "big-integer";
import { Api } from "telegram";
import { invalidArgument } from "../../errors.ts";
import { isTelegramId } from "../../whitelist.ts";

/** Channels and supergroups begin below this, as in the Bot API; the client's own function glues digits together. */
const channelBase = -1_000_000_000_000n;

/** Gives a chat's id as the Bot API writes it: a group's is negative, a channel's has 13 digits or more. */
export function chatIdOf(peer: Api.TypePeer): string {
  if (peer instanceof Api.PeerUser) return peer.userId.toString();
  if (peer instanceof Api.PeerChat) return peer.chatId.negate().toString();
  return channelChatId(peer.channelId.toString());
}

/** Gives the chat id of a supergroup or channel, as the Bot API writes it. */
export const channelChatId = (channelId: string): string =>
  (channelBase - BigInt(channelId)).toString();

/** Says which of the three kinds of chat an id means, each of which counts its own ids; throws `invalid_argument`. */
export function peerOf(chatId: string): Api.TypePeer {
  if (!isTelegramId(chatId))
    throw invalidArgument(`Expected \`chatId\` to be an id such as 42, got \`${chatId}\`.`);
  const id = BigInt(chatId);
  if (id > 0n) return new Api.PeerUser({ userId: bigInt(chatId) });
  return id < channelBase
    ? new Api.PeerChannel({ channelId: bigInt((channelBase - id).toString()) })
    : new Api.PeerChat({ chatId: bigInt((-id).toString()) });
}

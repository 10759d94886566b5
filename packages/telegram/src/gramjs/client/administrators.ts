import { Api } from "telegram";
import { peerOf } from "../session/chat-id.ts";
import type { Call } from "./calls.ts";
import type { Peers } from "./peers.ts";
import { causeOf, rpcFields } from "./rpc-errors.ts";

const what = "Asking who administrates the group";
const askMs = 5_000;

/** Whether a person administrates a group; a private chat belongs to both. */
export async function isAdministrator(
  chatId: string,
  userId: string,
  {
    call,
    peers,
    signal,
  }: { readonly call: Call; readonly peers: Peers; readonly signal: AbortSignal },
): Promise<boolean> {
  const chat = peerOf(chatId);
  const options = { what, ms: askMs, signal };
  if (chat instanceof Api.PeerUser) return true;
  if (chat instanceof Api.PeerChat) {
    const { fullChat } = await call(new Api.messages.GetFullChat(chat), options);
    return administrators(fullChat).includes(userId);
  }
  const channel = await peers.findChannel(chatId, { signal });
  const participant = await peers.find(userId, { signal });
  try {
    const found = await call(new Api.channels.GetParticipant({ channel, participant }), options);
    return (
      found.participant instanceof Api.ChannelParticipantAdmin ||
      found.participant instanceof Api.ChannelParticipantCreator
    );
  } catch (error) {
    if (rpcFields(causeOf(error)).name === "USER_NOT_PARTICIPANT") return false;
    throw error;
  }
}

function administrators(chat: Api.TypeChatFull): readonly string[] {
  if (!(chat instanceof Api.ChatFull) || !(chat.participants instanceof Api.ChatParticipants))
    return [];
  return chat.participants.participants
    .filter(
      (one) => one instanceof Api.ChatParticipantAdmin || one instanceof Api.ChatParticipantCreator,
    )
    .map(({ userId }) => userId.toString());
}

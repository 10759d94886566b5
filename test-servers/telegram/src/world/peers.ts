import { sha256 } from "../mtproto/crypto.ts";
import { RpcError } from "../mtproto/rpc-error.ts";
import { long, type TlObject } from "../tl/fields.ts";

export const peerUser = (id: string): TlObject => ({ _: "peerUser", user_id: BigInt(id) });

/** Chat ids are as in the Bot API: a basic group's is negative, a supergroup's lies below this. */
const channelBase = -1_000_000_000_000n;

export const isChannel = (chatId: string) => BigInt(chatId) < channelBase;

export const channelIdOf = (chatId: string) => channelBase - BigInt(chatId);
export const chatIdOfChannel = (channelId: bigint) => String(channelBase - channelId);

export function peerOf(chatId: string): TlObject {
  if (isChannel(chatId)) return { _: "peerChannel", channel_id: channelIdOf(chatId) };
  return chatId.startsWith("-") ? { _: "peerChat", chat_id: -BigInt(chatId) } : peerUser(chatId);
}

/** Belongs to one log-in: a hash that another log-in has seen is worth nothing here. */
const accessHash = (login: string, chatId: string) =>
  sha256(Buffer.from(`${login}:${chatId}`)).readBigInt64LE();

export const userObject = (
  id: string,
  login: string,
  fields: Readonly<Record<string, unknown>> = {},
): TlObject => ({
  _: "user",
  id: BigInt(id),
  access_hash: accessHash(login, id),
  first_name: `Person ${id}`,
  ...fields,
});

export const groupObject = (chatId: string, login: string, nowSeconds: number): TlObject => {
  const shown = { title: `Group ${chatId}`, photo: { _: "chatPhotoEmpty" }, date: nowSeconds };
  if (!isChannel(chatId))
    return { _: "chat", id: -BigInt(chatId), ...shown, participants_count: 2, version: 1 };
  const access_hash = accessHash(login, chatId);
  return { _: "channel", megagroup: true, id: channelIdOf(chatId), access_hash, ...shown };
};

/** The chat id that an input peer means. A user account needs the access hash of its own log-in, a bot may send 0. */
export function chatIdOf(
  peer: TlObject,
  { login, isBot }: { readonly login: string; readonly isBot: boolean },
): string {
  if (peer._ === "inputPeerChat") return String(-long(peer, "chat_id"));
  const chatId = idIn(peer);
  const hash = long(peer, "access_hash");
  if (hash === accessHash(login, chatId) || (isBot && hash === 0n)) return chatId;
  throw new RpcError(400, "PEER_ID_INVALID");
}

function idIn(peer: TlObject): string {
  if (peer._ === "inputPeerUser" || peer._ === "inputUser") return String(peer["user_id"]);
  if (peer._ === "inputPeerChannel" || peer._ === "inputChannel")
    return chatIdOfChannel(long(peer, "channel_id"));
  throw new RpcError(400, "PEER_ID_INVALID");
}

import { sha256 } from "../mtproto/crypto.ts";
import { RpcError } from "../mtproto/rpc-error.ts";
import { long, type TlObject } from "../tl/fields.ts";

export const peerUser = (id: string): TlObject => ({ _: "peerUser", user_id: BigInt(id) });

/** A chat id as the Bot API writes it: a basic group's is negative. */
export const peerOf = (chatId: string): TlObject =>
  chatId.startsWith("-") ? { _: "peerChat", chat_id: -BigInt(chatId) } : peerUser(chatId);

/** Belongs to one log-in: a hash that another log-in has seen is worth nothing here. */
const accessHash = (login: string, userId: string) =>
  sha256(Buffer.from(`${login}:${userId}`)).readBigInt64LE();

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

export const groupObject = (chatId: string, nowSeconds: number): TlObject => ({
  _: "chat",
  id: -BigInt(chatId),
  title: `Group ${chatId}`,
  photo: { _: "chatPhotoEmpty" },
  participants_count: 2,
  date: nowSeconds,
  version: 1,
});

/** The chat id that an input peer means. A user account needs the access hash of its own log-in, a bot may send 0. */
export function chatIdOf(
  peer: TlObject,
  { login, isBot }: { readonly login: string; readonly isBot: boolean },
): string {
  if (peer._ === "inputPeerChat") return String(-long(peer, "chat_id"));
  if (peer._ !== "inputPeerUser" && peer._ !== "inputUser")
    throw new RpcError(400, "PEER_ID_INVALID");
  const userId = String(peer["user_id"]);
  const hash = long(peer, "access_hash");
  if (hash === accessHash(login, userId) || (isBot && hash === 0n)) return userId;
  throw new RpcError(400, "PEER_ID_INVALID");
}

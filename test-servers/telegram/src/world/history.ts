import { RpcError } from "../mtproto/rpc-error.ts";
import { child, children, int, ints, type TlObject } from "../tl/fields.ts";
import { type Call, chatIn } from "./call.ts";
import { channelIdOf, peerOf } from "./peers.ts";
import { selfObject } from "./login.ts";
import type { World } from "./world.ts";

/** Answers `messages.getMessages` and `channels.getMessages`. */
export function messages(call: Call, world: World): TlObject {
  const { request, account, login } = call;
  const channel = request["channel"] === undefined ? undefined : child(request, "channel");
  const log = channel ? account.logOf(chatIn(call, channel)) : account.log;
  const found = children(request, "id").map(
    (one) => log.message(int(one, "id")) ?? { _: "messageEmpty", id: int(one, "id") },
  );
  const answer = { messages: found, ...world.around(account, login) };
  if (!channel) return { _: "messages.messages", ...answer };
  return { _: "messages.channelMessages", pts: log.pts, count: 1, topics: [], ...answer };
}

/** Answers `messages.getDialogs`, which bots may not call. */
export function dialogs({ account, login }: Call, world: World): TlObject {
  if (account.isBot) throw new RpcError(400, "BOT_METHOD_INVALID");
  const chats = [...account.chats].map((chatId) => {
    const peer = peerOf(chatId);
    const last = account.logOf(chatId).last(peer);
    const dialog = {
      _: "dialog",
      peer,
      top_message: last ? int(last, "id") : 0,
      read_inbox_max_id: account.readUpTo.get(chatId) ?? 0,
      read_outbox_max_id: 0,
      unread_count: 0,
      unread_mentions_count: 0,
      unread_reactions_count: 0,
      notify_settings: { _: "peerNotifySettings" },
    };
    return { dialog, last };
  });
  return {
    _: "messages.dialogs",
    dialogs: chats.map(({ dialog }) => dialog),
    messages: chats.flatMap(({ last }) => last ?? []),
    ...world.around(account, login),
  };
}

/** Answers `users.getUsers`. */
export const users = ({ request, account, login }: Call, world: World): readonly TlObject[] =>
  children(request, "id").map((user) => {
    const id = String(user["user_id"]);
    if (user._ === "inputUserSelf" || id === account.options.id) return selfObject(account, login);
    return account.people.has(id)
      ? world.people.userOf(id, login)
      : { _: "userEmpty", id: BigInt(id) };
  });

/** Notes how far the account has read the chat in this field; a bot reads nothing. */
function noteRead(call: Call, field: "peer" | "channel") {
  const { request, account } = call;
  if (account.isBot) throw new RpcError(400, "BOT_METHOD_INVALID");
  const chatId = chatIn(call, child(request, field));
  const max_id = int(request, "max_id");
  account.readUpTo.set(chatId, max_id);
  return { chatId, max_id };
}

/** Answers `messages.readHistory`. */
export function readHistory(call: Call, world: World): TlObject {
  const { account, login } = call;
  const { chatId, max_id } = noteRead(call, "peer");
  const read = { peer: peerOf(chatId), max_id, still_unread_count: 0 };
  const entry = account.log.note({ _: "updateReadHistoryInbox", ...read }, 1);
  world.tell(account, entry, { except: login });
  return { _: "messages.affectedMessages", pts: entry.pts, pts_count: 1 };
}

/** Answers `channels.readHistory`, which a supergroup does not count. */
export function readChannel(call: Call, world: World): true {
  const { account, login } = call;
  const { chatId, max_id } = noteRead(call, "channel");
  const read = { channel_id: channelIdOf(chatId), max_id, still_unread_count: 0 };
  const update = { _: "updateReadChannelInbox", ...read, pts: account.logOf(chatId).pts };
  world.push(account, (other) => world.packet(account, other, [update]), login);
  return true;
}

/** Answers `messages.deleteMessages` and `channels.deleteMessages`; messages that are gone are passed over. */
export function deleteMessages(call: Call, world: World): TlObject {
  const { request, account, login } = call;
  const chatId =
    request["channel"] === undefined ? undefined : chatIn(call, child(request, "channel"));
  const { pts, ptsCount } = world.remove(account, ints(request, "id"), {
    ...(chatId === undefined ? {} : { chatId }),
    except: login,
  });
  return { _: "messages.affectedMessages", pts, pts_count: ptsCount };
}

import { RpcError } from "../mtproto/rpc-error.ts";
import { isObject, long, type TlObject } from "../tl/fields.ts";
import { type Call, chatIn } from "./call.ts";
import type { World } from "./world.ts";

/** What somebody is in a supergroup: an administrator, a member, or nobody. */
export function participant(call: Call, world: World): TlObject {
  const { account, login, request } = call;
  const userId = chatIn(call, peerIn(request, "participant"));
  if (!account.people.has(userId)) throw new RpcError(400, "USER_NOT_PARTICIPANT");
  const isAdministrator = world.people.isAdministrator(
    userId,
    chatIn(call, peerIn(request, "channel")),
  );
  const member = { user_id: BigInt(userId), date: 0 };
  return {
    _: "channels.channelParticipant",
    participant: isAdministrator
      ? {
          _: "channelParticipantAdmin",
          ...member,
          promoted_by: BigInt(userId),
          admin_rights: { _: "chatAdminRights" },
        }
      : { _: "channelParticipant", ...member },
    ...world.around(account, login, [userId]),
  };
}

/** A basic group with everybody whom the account knows. */
export function fullChat({ account, login, request }: Call, world: World): TlObject {
  const id = long(request, "chat_id");
  const participants = [...account.people].map((userId) => ({
    _: world.people.isAdministrator(userId, String(-id))
      ? "chatParticipantAdmin"
      : "chatParticipant",
    user_id: BigInt(userId),
    inviter_id: BigInt(userId),
    date: 0,
  }));
  return {
    _: "messages.chatFull",
    full_chat: {
      _: "chatFull",
      id,
      about: "",
      participants: { _: "chatParticipants", chat_id: id, participants, version: 1 },
      notify_settings: { _: "peerNotifySettings" },
    },
    ...world.around(account, login),
  };
}

function peerIn(request: TlObject, field: string): TlObject {
  const peer = request[field];
  if (isObject(peer)) return peer;
  throw new RpcError(400, "PEER_ID_INVALID");
}

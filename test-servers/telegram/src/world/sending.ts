import type { TlObject } from "../tl/fields.ts";
import type { Call } from "./call.ts";
import { updateOf } from "./updates.ts";
import type { World } from "./world.ts";

/** Answers `messages.sendMessage` and `messages.sendMedia`. */
export function send(call: Call, world: World): TlObject {
  const { account, login } = call;
  const { chatId, randomId, entry, isNew } = world.outbox.send(call);
  if (isNew) world.tell(account, entry, { except: login });
  const { id, date, media, entities, reply_markup } = entry.message;
  const { pts, ptsCount: pts_count } = entry;
  // As Telegram does: what the client knows itself is left out, in a private chat.
  if (!chatId.startsWith("-") && !media && !reply_markup)
    return { _: "updateShortSentMessage", out: true, id, pts, pts_count, date, entities };
  const updates = [{ _: "updateMessageID", id, random_id: randomId }, updateOf(entry)];
  return world.packet(account, login, updates);
}

/** Answers `messages.editMessage`. */
export function edit(call: Call, world: World): TlObject {
  const { account, login } = call;
  const entry = world.outbox.edit(call);
  world.tell(account, entry, { except: login });
  return world.packet(account, login, [updateOf(entry)]);
}

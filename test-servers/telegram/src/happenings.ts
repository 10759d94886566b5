import type { SayOptions, TelegramServer } from "./telegram-server.ts";
import { TelegramServerError } from "./errors.ts";
import { int, type TlObject } from "./tl/fields.ts";
import { fileMedia } from "./world/files.ts";
import { channelIdOf, chatIdOfChannel, peerOf } from "./world/peers.ts";
import type { World } from "./world/world.ts";

type Happenings = Pick<
  TelegramServer,
  | "say"
  | "edit"
  | "delete"
  | "press"
  | "expire"
  | "serviceMessage"
  | "introduce"
  | "push"
  | "tooLong"
>;

/** What people and Telegram itself do to an account; to the account named `first`, if none is named. */
export function createHappenings(world: World, first: string): Happenings {
  return {
    say(from, text, options = {}) {
      const { group, to = first, unheard = false, form = "full", times = 1 } = options;
      const { file, fields = {} } = options;
      const account = world.account(to);
      const entry = account.add({
        chatId: group ?? from,
        fromId: from,
        text,
        ...replyHeader(options),
        fields: { ...(file ? { media: fileMedia(world.files, file) } : {}), ...fields },
      });
      for (let told = 0; told < (unheard ? 0 : times); told++) world.tell(account, entry, { form });
      return int(entry.message, "id");
    },
    edit(messageId, text, { group = "", to = first, unheard = false, editDate, fields } = {}) {
      const account = world.account(to);
      const edit_date = editDate ?? nowSeconds();
      const entry = account.logOf(group).edit(messageId, { message: text, edit_date, ...fields });
      if (!unheard) world.tell(account, entry);
    },
    delete(messageId, { group = "", to = first, unheard = false } = {}) {
      const account = world.account(to);
      if (!account.logOf(group).message(messageId)) throw missing(messageId);
      world.remove(account, [messageId], { chatId: group, unheard });
    },
    press(from, messageId, label, { group, to = first, unheard = false } = {}) {
      const account = world.account(to);
      const chatId = group ?? from;
      const message = account.logOf(chatId).message(messageId);
      if (!message) throw missing(messageId);
      const pressed = world.buttons.press(message, label);
      const update = {
        _: "updateBotCallbackQuery",
        ...pressed,
        user_id: BigInt(from),
        peer: peerOf(chatId),
        msg_id: messageId,
        chat_instance: 1n,
      };
      account.people.add(from);
      if (!unheard) world.push(account, (login) => world.packet(account, login, [update], [from]));
      return pressed.query_id;
    },
    expire: (queryId) => world.buttons.expire(queryId),
    serviceMessage(from, action, { group, to = first, unheard = false } = {}) {
      const account = world.account(to);
      const fields = { _: "messageService", action };
      const entry = account.add({ chatId: group ?? from, fromId: from, text: "", fields });
      if (!unheard) world.tell(account, entry);
      return int(entry.message, "id");
    },
    introduce: (id, person) => world.people.introduce(id, person),
    push(update, { to = first } = {}) {
      const account = world.account(to);
      if (isPacket(update)) world.push(account, () => update);
      else if (typeof update["pts_count"] === "number" && update["pts"] === undefined)
        world.tell(account, logIn(update).note(update, update["pts_count"]));
      else world.push(account, (login) => world.packet(account, login, [update]));

      function logIn({ channel_id: channel }: TlObject) {
        return typeof channel === "bigint" ? account.logOf(chatIdOfChannel(channel)) : account.log;
      }
    },
    tooLong(to = first, group) {
      const update = group
        ? { _: "updateShort", update: channelTooLong(group), date: nowSeconds() }
        : { _: "updatesTooLong" };
      world.push(world.account(to), () => update);
    },
  };
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

const missing = (messageId: number) =>
  new TelegramServerError("invalid_argument", `There is no message ${messageId} in this chat.`);

/** Every message of a topic replies: to another one of it, or to the one that opened it. */
function replyHeader({ replyTo, quote, topic }: Pick<SayOptions, "replyTo" | "quote" | "topic">): {
  readonly replyTo?: TlObject;
} {
  const id = replyTo ?? topic;
  if (id === undefined) return {};
  return {
    replyTo: {
      _: "messageReplyHeader",
      reply_to_msg_id: id,
      ...(topic === undefined ? {} : { forum_topic: true }),
      ...(topic !== undefined && replyTo !== undefined ? { reply_to_top_id: topic } : {}),
      ...(quote === undefined ? {} : { quote: true, quote_text: quote }),
    },
  };
}

const channelTooLong = (group: string) => ({
  _: "updateChannelTooLong",
  channel_id: channelIdOf(group),
});

/** Whether it is an `Updates`, which goes out as it is; an `Update` has to be put into one. */
const isPacket = ({ _: name }: TlObject) =>
  /^(updates|updatesTooLong|updatesCombined|updateShort|updateShort(Chat|Sent)?Message)$/.test(
    name,
  );

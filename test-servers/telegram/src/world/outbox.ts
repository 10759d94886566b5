import { isDeepStrictEqual } from "node:util";
import { RpcError } from "../mtproto/rpc-error.ts";
import { child, children, int, isObject, long, text, type TlObject } from "../tl/fields.ts";
import type { Account } from "./account.ts";
import { checkButtons } from "./buttons.ts";
import { type Call, chatIn } from "./call.ts";
import type { Files } from "./files.ts";
import type { MessageEntry, UpdateLog } from "./log.ts";
import { mediaOf } from "./media.ts";
import { type SentMessage, sentMessage } from "./sent-message.ts";
import type { Settings } from "./settings.ts";

/** What became of one call that sends. */
export interface Stored {
  readonly chatId: string;
  readonly randomId: bigint;
  readonly entry: MessageEntry;
  /** False when this random id was seen before: nothing new is stored. */
  readonly isNew: boolean;
}

const maxText = 4_096;
const maxCaption = 1_024;

/** Stores what is sent, once per random id, and keeps it as its chats show it. */
export class Outbox {
  readonly sent: SentMessage[] = [];
  readonly #settings: Settings;
  readonly #files: Files;
  readonly #seen = new Map<string, MessageEntry>();

  constructor(settings: Settings, files: Files) {
    this.#settings = settings;
    this.#files = files;
  }

  send(call: Call): Stored {
    const { request, account } = call;
    const accountId = account.options.id;
    const chatId = chatIn(call, child(request, "peer"));
    const randomId = long(request, "random_id");
    const key = `${accountId}:${chatId}:${randomId}`;
    const known = this.#seen.get(key);
    if (known && this.#settings.duplicates === "error")
      throw new RpcError(500, "RANDOM_ID_DUPLICATE");
    if (known) return { chatId, randomId, entry: known, isNew: false };
    const entry = account.add({
      chatId,
      fromId: accountId,
      text: text(request, "message"),
      out: true,
      ...replyIn(request),
      fields: this.#contentOf(request),
    });
    this.#seen.set(key, entry);
    this.sent.push(sentMessage({ accountId, chatId, randomId }, entry.message));
    return { chatId, randomId, entry, isNew: true };
  }

  /** Changes text, media and buttons of a message of the account. */
  edit(call: Call): MessageEntry {
    const { request, account } = call;
    const id = int(request, "id");
    const log = account.logOf(chatIn(call, child(request, "peer")));
    const old = log.message(id);
    if (!old) throw new RpcError(400, "MESSAGE_ID_INVALID");
    if (old["out"] !== true) throw new RpcError(403, "MESSAGE_AUTHOR_REQUIRED");
    const changes = this.#changesOf(request);
    if (isDeepStrictEqual({ ...old, ...changes }, old))
      throw new RpcError(400, "MESSAGE_NOT_MODIFIED");
    const entry = log.edit(id, { ...changes, edit_date: Math.floor(Date.now() / 1000) });
    const index = this.#indexOf(account, log, id);
    const shown = this.sent[index];
    if (shown) this.sent[index] = sentMessage(shown, entry.message);
    return entry;
  }

  /** Takes away what the account had written; ids of other messages are passed over. */
  forget(account: Account, log: UpdateLog, ids: readonly number[]): void {
    for (const id of ids) {
      const index = this.#indexOf(account, log, id);
      if (index >= 0) this.sent.splice(index, 1);
    }
  }

  #indexOf(account: Account, log: UpdateLog, id: number): number {
    return this.sent.findIndex(
      ({ accountId, chatId, messageId }) =>
        accountId === account.options.id && messageId === id && account.logOf(chatId) === log,
    );
  }

  /** The fields of a new message. */
  #contentOf(request: TlObject): Readonly<Record<string, unknown>> {
    const { reply_markup } = request;
    const media = isObject(request["media"]) ? mediaOf(request["media"], this.#files) : undefined;
    checkText(text(request, "message"), media);
    checkButtons(reply_markup);
    return { entities: entitiesIn(request), reply_markup, media };
  }

  /** A text or media that an edit does not give stays as it was; buttons that it does not give are taken away. */
  #changesOf(request: TlObject): Readonly<Record<string, unknown>> {
    const { message, reply_markup, media } = request;
    if (typeof message === "string") checkText(message, media);
    checkButtons(reply_markup);
    return {
      reply_markup,
      ...(message === undefined ? {} : { message, entities: entitiesIn(request) }),
      ...(isObject(media) ? { media: mediaOf(media, this.#files) } : {}),
    };
  }
}

/** Undefined for none, so that an edit to the same compares as the same. */
function entitiesIn(request: TlObject): readonly TlObject[] | undefined {
  const entities = children(request, "entities");
  return entities.length === 0 ? undefined : entities;
}

function checkText(body: string, media: unknown): void {
  if (body.trim() === "" && !media) throw new RpcError(400, "MESSAGE_EMPTY");
  if (body.length > (media ? maxCaption : maxText))
    throw new RpcError(400, media ? "MEDIA_CAPTION_TOO_LONG" : "MESSAGE_TOO_LONG");
}

function replyIn(request: TlObject): { replyTo?: TlObject } {
  const replyTo = request["reply_to"];
  if (!isObject(replyTo)) return {};
  const reply_to_msg_id = int(replyTo, "reply_to_msg_id");
  const header = { _: "messageReplyHeader", reply_to_msg_id };
  const { top_msg_id: topic } = replyTo;
  if (typeof topic !== "number") return { replyTo: header };
  const isReply = topic !== reply_to_msg_id;
  return {
    replyTo: { ...header, forum_topic: true, ...(isReply ? { reply_to_top_id: topic } : {}) },
  };
}

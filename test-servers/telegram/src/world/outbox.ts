import { RpcError } from "../mtproto/rpc-error.ts";
import { child, children, int, isObject, long, text, type TlObject } from "../tl/fields.ts";
import type { Account } from "./account.ts";
import type { Entry } from "./log.ts";
import { chatIdOf } from "./peers.ts";
import type { Settings } from "./settings.ts";
import { updateOf } from "./updates.ts";

/** One stored message, as its chat shows it. */
export interface SentMessage {
  readonly chatId: string;
  readonly messageId: number;
  readonly text: string;
  readonly randomId: bigint;
  readonly entities: readonly TlObject[];
  readonly replyToMessageId?: number;
}

interface Stored {
  readonly result: TlObject;
  /** What the account's other log-ins hear of it; absent when nothing new was stored. */
  readonly update?: Entry;
}

/** Stores what is sent, once per random id. */
export class Outbox {
  readonly sent: SentMessage[] = [];
  readonly #settings: Settings;
  readonly #results = new Map<string, TlObject>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  store(request: TlObject, account: Account, login: string): Stored {
    const chatId = chatIdOf(child(request, "peer"), { login, isBot: account.isBot });
    const body = text(request, "message");
    const randomId = long(request, "random_id");
    const key = `${account.options.id}:${chatId}:${randomId}`;
    const known = this.#results.get(key);
    if (known && this.#settings.duplicates === "error")
      throw new RpcError(500, "RANDOM_ID_DUPLICATE");
    if (known) return { result: known };
    if (body.trim() === "") throw new RpcError(400, "MESSAGE_EMPTY");
    if (body.length > 4_096) throw new RpcError(400, "MESSAGE_TOO_LONG");
    const replyTo = request["reply_to"];
    const update = account.add({ chatId, fromId: account.options.id, text: body, out: true });
    const messageId = int(update.message, "id");
    this.sent.push({
      chatId,
      messageId,
      text: body,
      randomId,
      entities: children(request, "entities"),
      ...(isObject(replyTo) ? { replyToMessageId: int(replyTo, "reply_to_msg_id") } : {}),
    });
    const result = resultOf({ chatId, randomId, entry: update });
    this.#results.set(key, result);
    return { result, update };
  }
}

function resultOf({
  chatId,
  randomId,
  entry,
}: {
  chatId: string;
  randomId: bigint;
  entry: Entry;
}): TlObject {
  const { id, date } = entry.message;
  if (!chatId.startsWith("-"))
    return { _: "updateShortSentMessage", out: true, id, pts: entry.pts, pts_count: 1, date };
  const updates = [{ _: "updateMessageID", id, random_id: randomId }, updateOf(entry)];
  return { _: "updates", updates, users: [], chats: [], date, seq: 0 };
}

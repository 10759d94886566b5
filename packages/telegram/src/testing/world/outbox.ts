import { RpcError } from "../mtproto/rpc-error.ts";
import type { TlObject } from "../tl/codec.ts";
import type { Account } from "./account.ts";
import { chatIdOf } from "./peers.ts";

/** One stored message, as its chat shows it. */
export interface SentMessage {
  readonly chatId: string;
  readonly messageId: number;
  readonly text: string;
  readonly randomId: bigint;
  readonly entities: readonly TlObject[];
  readonly replyToMessageId?: number;
}

/** How a random id is answered that was seen before. */
export type Duplicates =
  /** The first result again, as for a finished call. */
  | "replay"
  /** `RANDOM_ID_DUPLICATE`, as while the first call is in flight. */
  | "error";

interface Stored {
  readonly result: TlObject;
  /** What the account's other log-ins hear of it; absent when nothing new was stored. */
  readonly update?: { readonly message: TlObject; readonly pts: number };
}

/** Stores what is sent, once per random id. */
export class Outbox {
  duplicates: Duplicates = "replay";
  readonly sent: SentMessage[] = [];
  readonly #results = new Map<string, TlObject>();

  store(request: TlObject, account: Account, login: string): Stored {
    const chatId = chatIdOf(request["peer"] as TlObject, { login, isBot: account.isBot });
    const text = request["message"] as string;
    const randomId = request["random_id"] as bigint;
    const key = `${account.options.id}:${chatId}:${randomId}`;
    const known = this.#results.get(key);
    if (known && this.duplicates === "error") throw new RpcError(500, "RANDOM_ID_DUPLICATE");
    if (known) return { result: known };
    if (text.length === 0) throw new RpcError(400, "MESSAGE_EMPTY");
    if (text.length > 4_096) throw new RpcError(400, "MESSAGE_TOO_LONG");
    const replyTo = (request["reply_to"] as TlObject | undefined)?.["reply_to_msg_id"] as
      | number
      | undefined;
    const update = account.add({ chatId, fromId: account.options.id, text, out: true });
    const messageId = update.message["id"] as number;
    this.sent.push({
      chatId,
      messageId,
      text,
      randomId,
      entities: (request["entities"] as readonly TlObject[] | undefined) ?? [],
      ...(replyTo === undefined ? {} : { replyToMessageId: replyTo }),
    });
    const result = resultOf({ chatId, randomId, ...update });
    this.#results.set(key, result);
    return { result, update };
  }
}

function resultOf({
  chatId,
  randomId,
  message,
  pts,
}: {
  chatId: string;
  randomId: bigint;
  message: TlObject;
  pts: number;
}): TlObject {
  const { id, date } = message;
  if (!chatId.startsWith("-"))
    return { _: "updateShortSentMessage", out: true, id, pts, pts_count: 1, date };
  const updates = [
    { _: "updateMessageID", id, random_id: randomId },
    { _: "updateNewMessage", message, pts, pts_count: 1 },
  ];
  return { _: "updates", updates, users: [], chats: [], date, seq: 0 };
}

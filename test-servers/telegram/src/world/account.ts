import type { TlObject } from "../tl/fields.ts";
import { type MessageEntry, UpdateLog } from "./log.ts";
import { Password } from "./password.ts";
import { isChannel, peerOf, peerUser } from "./peers.ts";

/** An account that can log in: a bot by its `botToken`, a person by `phone`, `code` and, if there is one, `password`. */
export interface AccountOptions {
  /** The account's Telegram id, as a decimal string. */
  readonly id: string;
  /** The public name, without its `@`. */
  readonly username?: string;
  /** The token of a bot; without one the account is a person's. */
  readonly botToken?: string;
  /** The person's phone number, as the client gives it. */
  readonly phone?: string;
  /** The log-in code that is right; the server sends none. */
  readonly code?: string;
  /** The password of two-step verification; without one it is off. */
  readonly password?: string;
}

export interface NewMessage {
  readonly chatId: string;
  readonly fromId: string;
  readonly text: string;
  readonly out?: boolean;
  readonly replyTo?: TlObject;
  /** Further fields of the TL message. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** One account: who it is, and the logs of its messages, which all its log-ins share. */
export class Account {
  readonly options: AccountOptions;
  readonly password: Password | undefined;
  readonly isBot: boolean;
  /** Everybody it has a chat with. */
  readonly chats = new Set<string>();
  readonly people = new Set<string>();
  /** The last message of each chat that the account has read. */
  readonly readUpTo = new Map<string, number>();
  /** The log of private chats and basic groups. */
  readonly log = new UpdateLog();
  readonly #channels = new Map<string, UpdateLog>();

  constructor(options: AccountOptions) {
    this.options = options;
    this.isBot = options.botToken !== undefined;
    this.password = options.password === undefined ? undefined : new Password(options.password);
  }

  /** The log in which the messages of a chat are counted. */
  logOf(chatId: string): UpdateLog {
    if (!isChannel(chatId)) return this.log;
    const log = this.#channels.get(chatId) ?? new UpdateLog();
    this.#channels.set(chatId, log);
    return log;
  }

  /** Counts the message into its log; whether anybody hears of it now is up to the caller. */
  add({ chatId, fromId, text, out = false, replyTo, fields }: NewMessage): MessageEntry {
    this.chats.add(chatId);
    if (!out) this.people.add(fromId);
    return this.logOf(chatId).add({
      out,
      peer_id: peerOf(chatId),
      ...(chatId === fromId ? {} : { from_id: peerUser(fromId) }),
      reply_to: replyTo,
      date: Math.floor(Date.now() / 1000),
      message: text,
      ...fields,
    });
  }

  state(pts = this.log.pts): TlObject {
    const date = Math.floor(Date.now() / 1000);
    return { _: "updates.state", pts, qts: 0, date, seq: 1, unread_count: 0 };
  }
}

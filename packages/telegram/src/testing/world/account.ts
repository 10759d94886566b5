import type { TlObject } from "../tl/fields.ts";
import { peerOf, peerUser } from "./peers.ts";
import { Password } from "./password.ts";

export interface AccountOptions {
  readonly id: string;
  readonly username?: string;
  /** Present = a bot. */
  readonly botToken?: string;
  readonly phone?: string;
  readonly code?: string;
  readonly password?: string;
}

interface Entry {
  readonly pts: number;
  readonly message: TlObject;
}

export interface NewMessage {
  readonly chatId: string;
  readonly fromId: string;
  readonly text: string;
  readonly out?: boolean;
  readonly replyTo?: TlObject;
}

/** One account: who it is, and the log of its messages, which all its log-ins share. */
export class Account {
  readonly options: AccountOptions;
  readonly password: Password | undefined;
  readonly isBot: boolean;
  /** Everybody it has a chat with. */
  readonly chats = new Set<string>();
  readonly people = new Set<string>();
  #log: Entry[] = [];
  #pts = 1;
  #lastMessageId = 100;

  constructor(options: AccountOptions) {
    this.options = options;
    this.isBot = options.botToken !== undefined;
    this.password = options.password === undefined ? undefined : new Password(options.password);
  }

  get pts(): number {
    return this.#pts;
  }

  /** Counts the message into the log; whether anybody hears of it now is up to the caller. */
  add({ chatId, fromId, text, out = false, replyTo }: NewMessage): {
    readonly message: TlObject;
    readonly pts: number;
  } {
    this.chats.add(chatId);
    if (!out) this.people.add(fromId);
    const message = {
      _: "message",
      id: ++this.#lastMessageId,
      out,
      peer_id: peerOf(chatId),
      ...(chatId === fromId ? {} : { from_id: peerUser(fromId) }),
      reply_to: replyTo,
      date: Math.floor(Date.now() / 1000),
      message: text,
    };
    const entry = { pts: ++this.#pts, message };
    this.#log.push(entry);
    return entry;
  }

  state(): TlObject {
    return this.#stateAt(this.#pts);
  }

  /** What came after `pts`, at most `limit` messages. */
  after(
    pts: number,
    limit: number,
  ): {
    readonly messages: readonly TlObject[];
    readonly state: TlObject;
    readonly isLast: boolean;
  } {
    const missed = this.#log.filter((entry) => entry.pts > pts);
    const part = missed.slice(0, limit);
    const isLast = part.length === missed.length;
    return {
      messages: part.map(({ message }) => message),
      state: this.#stateAt(isLast ? this.#pts : (part.at(-1)?.pts ?? this.#pts)),
      isLast,
    };
  }

  #stateAt(pts: number): TlObject {
    return {
      _: "updates.state",
      pts,
      qts: 0,
      date: Math.floor(Date.now() / 1000),
      seq: 1,
      unread_count: 0,
    };
  }
}

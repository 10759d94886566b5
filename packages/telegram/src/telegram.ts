import type { Entity } from "./rendering/entity.ts";

/** Who is logged in. */
export interface Account {
  readonly id: string;
  readonly isBot: boolean;
  readonly username?: string;
}

export type ChatType = "private" | "group" | "supergroup" | "channel";

/** What came with a message that is no text. */
export type UnreadableKind =
  | "photo"
  | "video"
  | "voice"
  | "audio"
  | "document"
  | "sticker"
  | "location"
  | "contact"
  | "poll"
  | "other";

export interface Quote {
  readonly from: "bot" | "person";
  readonly text: string;
}

/** What a person wrote to this account. Ids are decimal strings; a group's is negative, as in the Bot API. */
export interface IncomingMessage {
  readonly chatId: string;
  readonly chatType: ChatType;
  /** Who wrote it. In a private chat the same as `chatId`. */
  readonly userId: string;
  /** Unique within its chat. */
  readonly messageId: number;
  /** Raw, as it was typed; the caption of a photo; empty for media without one. */
  readonly text: string;
  readonly sentAtMs: number;
  /** Meant for this account: a private chat, a mention, an answer to it, or a command. */
  readonly addressed: boolean;
  /** The words that it answers, as far as Telegram still has them. */
  readonly quote?: Quote;
  /** It is a new version of that message. In whole seconds: two versions can have the same. */
  readonly editedAtMs?: number;
  readonly unreadable?: UnreadableKind;
  /**
   * The single messages of an album, or of several that were written within a moment: `text` is all of theirs, the rest
   * is of the first that is addressed.
   */
  readonly members?: readonly IncomingMessage[];
}

export interface ListenOptions {
  readonly signal: AbortSignal;
  /**
   * Short messages of one person in one chat, each at most this long after the one before it, are one message. Those
   * that were delivered before a crash may come again in another grouping. @default 0, which merges nothing
   */
  readonly mergeWindowMs?: number;
  /** How long handlers that are at work may take to end after the signal; later they count no more. @default 3_000 */
  readonly graceMs?: number;
}

/** One message of at most `maxTextLength` UTF-16 units; see `splitText`. */
export interface OutgoingMessage {
  readonly chatId: string;
  readonly text: string;
  /** How stretches of the text are shown. The text itself holds no marks. */
  readonly entities?: readonly Entity[];
  /** Idempotency key: the same one to the same chat shows once, however often it is sent. Never 0; see `randomId`. */
  readonly randomId: bigint;
  readonly replyToMessageId?: number;
}

export interface SendResult {
  /** Absent if it was stored by an earlier call whose answer was lost. */
  readonly messageId?: number;
  /** What Telegram refused of the message, so that it was sent without; absent = nothing. */
  readonly without?: readonly ("formatting" | "reply")[];
}

/** What an operator wants to see from outside. */
export interface TelegramHealth {
  readonly connected: boolean;
  /** When Telegram last answered the watchdog. */
  readonly lastAnswerAtMs: number;
  /** The last update that is known to be handled; only while it listens. */
  readonly pts?: number;
}

/** One log-in of one account. Everything that fails rejects with a `TelegramError`. */
export interface TelegramPort {
  readonly account: Account;
  /**
   * Delivers messages of others, in order and one after another per chat, chats side by side, until the signal or until
   * the log-in is of no more use (then it rejects). A message counts as received only once `handle` has resolved: if it
   * rejects, the same message comes again after a pause, and none of its chat overtakes it. What came while nobody
   * listened, or the connection was down, is delivered too. After a crash a message may come a second time: `handle`
   * MUST be idempotent by chat and message, for an edit also by time and text; of several, by each member.
   */
  listen(
    handle: (message: IncomingMessage) => Promise<unknown>,
    options: ListenOptions,
  ): Promise<void>;
  /**
   * Resolves when Telegram has stored the message; safe to repeat with the same `randomId`. Formatting that is refused,
   * and a reply to a message that is gone, are left out: better so than not at all.
   */
  send(message: OutgoingMessage, options: { readonly signal: AbortSignal }): Promise<SendResult>;
  /** Shows "typing…" for about five seconds. Never rejects: nobody should lose an answer over it. */
  typing(chatId: string): Promise<void>;
  health(): TelegramHealth;
  /** Writes what is not yet written, hangs up, and gives the session file free. May be called twice. */
  close(): Promise<void>;
}

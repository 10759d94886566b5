import type { Entity } from "./rendering/entity.ts";

/** The account that is logged in. */
export interface Account {
  /** The account's Telegram id, as a decimal string. */
  readonly id: string;
  /** Whether it is a bot; else it is a person's account. */
  readonly isBot: boolean;
  /** The public name, without its `@`; absent when the account has none. */
  readonly username?: string;
}

/** The kinds of chats in which people write, as the Bot API names them. */
export type ChatType = "private" | "group" | "supergroup";

/** The kinds of what can come with a message besides text; `other` is whatever this version does not know. */
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

/** The message, or the marked part of it, that another message replies to. */
export interface Quote {
  /** Who wrote it: `bot` is this account, `person` anybody else. */
  readonly from: "bot" | "person";
  /** Its words, which are never empty. */
  readonly text: string;
}

/** Who wrote a message, as Telegram shows them. */
export interface Sender {
  /** First and last name, or the username of somebody who has neither. */
  readonly name: string;
  /** The language of the person's client, as an IETF tag; only bots are told. */
  readonly languageCode?: string;
}

/** What a person wrote to this account. */
export interface IncomingMessage {
  /** The chat in which it was written, as the Bot API writes its id: a decimal string, negative for a group. */
  readonly chatId: string;
  readonly chatType: ChatType;
  /** The person who wrote it; in a private chat the same as `chatId`. */
  readonly userId: string;
  /** The name of that person; absent when Telegram has not told it. */
  readonly sender?: Sender;
  /** The title of the group. */
  readonly chatTitle?: string;
  /** The topic of a forum: the number of the message that opened it; absent in its general topic, and elsewhere. */
  readonly topicId?: number;
  /** The number of the message, unique within its chat. */
  readonly messageId: number;
  /** The text as it was typed, or the caption of media; empty for media without one. */
  readonly text: string;
  /** When it was sent, in ms since 1970; Telegram says whole seconds. */
  readonly sentAtMs: number;
  /** Whether it is meant for this account: by a private chat, a mention, a reply to it, or a command. */
  readonly addressed: boolean;
  /** The words that it replies to, as far as Telegram still has them. */
  readonly quote?: Quote;
  /**
   * When it was edited, in ms since 1970: it is a new version of the message with this id. Telegram says whole seconds, so
   * two versions can have the same time.
   */
  readonly editedAtMs?: number;
  /**
   * How long ago it was sent, or edited, when it was given to the handler, in ms, by Telegram's clock: the clock of this
   * machine may be wrong. What came while nobody listened is old.
   */
  readonly waitedMs?: number;
  /** What came with it that is no text; absent when nothing did. */
  readonly unreadable?: UnreadableKind;
  /**
   * The single messages of an album, or of several that were written within a moment: `text` is all of theirs, the rest
   * is of the first that is addressed.
   */
  readonly members?: readonly IncomingMessage[];
}

/** A button under a message of a bot, which tells the bot that it was pressed. */
export interface Button {
  /** What people read on it. */
  readonly label: string;
  /** What the bot is told: 1 to 64 bytes of UTF-8. Whoever presses it can send other bytes instead, so trust it as little as a text. */
  readonly data: string;
}

/** Rows of buttons, one below the other. */
export type Buttons = readonly (readonly Button[])[];

/** A person has pressed a button under a message of this account. */
export interface ButtonPress {
  /** The id of the press, a decimal string: the second press of a button has another one. */
  readonly pressId: string;
  /** The chat in which the message stands. */
  readonly chatId: string;
  /** The number of the message. */
  readonly messageId: number;
  /** The person who has pressed. */
  readonly userId: string;
  /** The name of that person; absent when Telegram has not told it. */
  readonly sender?: Sender;
  /** What the button was given as its data. */
  readonly data: string;
}

/** What the person who pressed reads, and nobody else. */
export interface PressAnswer {
  /** A note of at most 200 characters. */
  readonly text: string;
  /** Whether it stands in a window until it is closed, not on top of the chat for a moment. @default false */
  readonly alert?: boolean;
}

/** Says until when `listen` delivers, and how. */
export interface ListenOptions {
  /** Ends the listening: `listen` then resolves, after `graceMs` at most. */
  readonly signal: AbortSignal;
  /**
   * Short messages of one person in one chat, each at most this long after the one before it (in ms), are one message.
   * Those that were delivered before a crash may come again in another grouping. @default 0, which merges nothing
   */
  readonly mergeWindowMs?: number;
  /**
   * Ids of bots that are heard all the same. Others are not, and nor are accounts of Telegram's own and its support, because
   * two bots that answer each other never end. @default none
   */
  readonly bots?: ReadonlySet<string>;
  /**
   * Hears presses of buttons, each once, side by side. Telegram keeps none that comes while nobody listens, and the person
   * presses again. What it resolves with within 10 s is shown to the person; whoever rejects, or resolves with nothing, shows
   * nothing. Only a bot has buttons. @default nobody
   */
  readonly onPress?: (
    press: ButtonPress,
    options: { readonly signal: AbortSignal },
  ) => Promise<PressAnswer | void>;
  /**
   * How long handlers that are at work may take to end after the signal, in ms; the message of a later one comes again.
   * @default 3_000
   */
  readonly graceMs?: number;
  /**
   * Resolves when nothing is lost any more of what the handler has taken in until its call: where that is kept, a loss of power
   * may take back what was acknowledged. The place in the updates is kept only then, so what came after it comes again
   * after a crash. When it rejects, the listening ends with the same error, and the next one hears it again.
   * @default what the handler has taken in is safe
   */
  readonly safe?: (options: { readonly signal: AbortSignal }) => Promise<unknown>;
}

/** A message to send. */
export interface OutgoingMessage {
  /** The chat, as the Bot API writes its id: a decimal string, negative for a group. */
  readonly chatId: string;
  /** The text, of 1 to `maxTextLength` UTF-16 units: `splitText` and `splitFormatted` cut a longer one. */
  readonly text: string;
  /** How stretches of the text are shown. The text itself holds no marks. */
  readonly entities?: readonly Entity[];
  /** The idempotency key: the same one to the same chat shows once, however often it is sent. Never 0; see `randomId`. */
  readonly randomId: bigint;
  /** The number of the message, in the same chat, that it replies to. */
  readonly replyToMessageId?: number;
  /** The topic of a forum to which it goes; without one it goes to the general topic. */
  readonly topicId?: number;
  /** The buttons under it; a person's account sends it without. */
  readonly buttons?: Buttons;
}

/** What Telegram said of a message that it has stored. */
export interface SendResult {
  /** The message's number in its chat; absent if it was stored by an earlier call whose answer was lost. */
  readonly messageId?: number;
  /** What Telegram refused of the message, so that it was sent without; absent = nothing. */
  readonly without?: readonly ("formatting" | "reply" | "topic")[];
}

/** A new version of a message that this account has sent. */
export interface MessageEdit {
  /** The chat in which it stands. */
  readonly chatId: string;
  /** The number of the message in its chat, as `send` has told it. */
  readonly messageId: number;
  /** The text, of 1 to `maxTextLength` UTF-16 units. */
  readonly text: string;
  /** How stretches of the text are shown; without them it has no styles any more. */
  readonly entities?: readonly Entity[];
  /** The buttons under it; without them it has none any more. */
  readonly buttons?: Buttons;
}

/** What Telegram said of a message that shows its new version. */
export interface EditResult {
  /** What Telegram refused of the new version, so that it is shown without; absent = nothing. */
  readonly without?: readonly "formatting"[];
}

/** A command in the menu of a bot. */
export interface BotCommand {
  /** Lower-case letters, digits and `_`, without the slash. */
  readonly command: string;
  readonly description: string;
}

/** The state of a connection, for a health check; reading it asks nobody. */
export interface TelegramHealth {
  /** Whether the connection is up, Telegram answers, and the log-in is good. */
  readonly connected: boolean;
  /** Whether the session file could be written within the last 30 s; if not, a crash forgets what was received since. */
  readonly sessionKept: boolean;
  /** When Telegram last answered the question whether the log-in is good, in ms since 1970. */
  readonly lastAnswerAtMs: number;
  /** The place in the account's log of updates up to which all is handled; only while it listens. */
  readonly pts?: number;
}

/** One log-in of one account. Everything that fails rejects with a `TelegramError`. */
export interface TelegramPort {
  /** The account that is logged in; it does not change. */
  readonly account: Account;
  /**
   * Delivers messages of others, in order and one after another per chat, chats side by side, until the signal or until
   * the log-in is of no more use (then it rejects). A message counts as received only once `handle` has resolved: if it
   * rejects, the same message comes again after a pause, and none of its chat overtakes it. What came while nobody
   * listened, or the connection was down, is delivered too. After a crash a message may come a second time: `handle`
   * MUST be idempotent by chat and message, for an edit also by time and text; of several, by each member. There is one
   * listener at a time: a second one is refused with `invalid_argument`.
   */
  listen(
    handle: (message: IncomingMessage) => Promise<unknown>,
    options: ListenOptions,
  ): Promise<void>;
  /**
   * Sends a message, and resolves when Telegram has stored it; safe to repeat with the same `randomId`. Formatting that is
   * refused, a reply to a message that is gone, and a topic that is, are left out: better so than not at all.
   */
  send(message: OutgoingMessage, options: { readonly signal: AbortSignal }): Promise<SendResult>;
  /**
   * Changes the text of a message of this account, and resolves when the chat shows it; safe to repeat. Reply and topic stay
   * as they are. Formatting that is refused is left out. Rejects with `edit_refused` when the message is gone, or may not be
   * changed any more.
   */
  edit(edit: MessageEdit, options: { readonly signal: AbortSignal }): Promise<EditResult>;
  /** Shows "typing…" for about five seconds. Never rejects: nobody should lose an answer over it. */
  typing(chatId: string, options?: { readonly topicId?: number | undefined }): Promise<void>;
  /**
   * Whether this person administrates the group; in a private chat everybody does. Rejects with a `TelegramError` when
   * Telegram does not say.
   */
  isAdministrator(
    chatId: string,
    userId: string,
    options: { readonly signal: AbortSignal },
  ): Promise<boolean>;
  /**
   * Shows these commands in the menu of the bot, to people whose client speaks `languageCode`; without one to everybody
   * else. With `chatId` they are those of that chat alone, in place of the others, and Telegram refuses a person who has not
   * started the bot. Rejects with a `TelegramError`, also for a person's account, which has no menu.
   */
  setCommands(
    commands: readonly BotCommand[],
    options: {
      readonly languageCode?: string;
      readonly chatId?: string | undefined;
      readonly signal: AbortSignal;
    },
  ): Promise<void>;
  /** Tells the state of the connection, without asking Telegram. */
  health(): TelegramHealth;
  /** Writes what is not yet written, hangs up, and gives the session file free. May be called twice. */
  close(): Promise<void>;
}

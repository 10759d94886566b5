import type { TelegramFaults } from "./faults.ts";
import type { TlObject } from "./tl/fields.ts";
import type { AccountOptions } from "./world/account.ts";
import type { Method } from "./world/answer.ts";
import type { CallbackAnswer } from "./world/buttons.ts";
import type { FileOptions } from "./world/files.ts";
import type { PersonOptions } from "./world/people.ts";
import type { SentMessage } from "./world/sent-message.ts";
import type { Settings } from "./world/settings.ts";
import type { UpdateForm } from "./world/world.ts";

/** Says who can log in to the server, and what it answers beyond its own methods; everything has a default. */
export interface TelegramServerOptions {
  /** Who can log in. @default one bot: `botAccount` */
  readonly accounts?: readonly AccountOptions[];
  /** Methods that the server does not know, or answers otherwise, by their names in the TL schema. */
  readonly methods?: Readonly<Record<string, Method>>;
  /** True for clients that pad the shared secret, as all but GramJS and Telethon do. @default false */
  readonly padKey?: boolean;
  /** TL text of the API layer that the clients speak. @default layer 198, that of GramJS */
  readonly layer?: string;
  /** Hears what a client should never send, and every answer that could not be made. */
  readonly onError?: (error: unknown) => void;
}

/** Which chat of which account. */
export interface WhereOptions {
  /** Chat id of a basic group or, below -1000000000000, of a supergroup. @default a private chat */
  readonly group?: string;
  /** The account that is told. @default the first account */
  readonly to?: string;
  /** True to tell nobody: it is there only for who asks for the difference. @default false */
  readonly unheard?: boolean;
}

export interface SayOptions extends WhereOptions {
  /** The form in which it is told. @default "full" */
  readonly form?: UpdateForm;
  /** How often each log-in is told of it. @default 1 */
  readonly times?: number;
  /** Id of the message that it answers. */
  readonly replyTo?: number;
  /** The topic of a forum: the number of the message that opened it. */
  readonly topic?: number;
  /** The part of that message which it marks. */
  readonly quote?: string;
  /** A document that comes with it. */
  readonly file?: FileOptions;
  /** Further fields of the TL message, for instance `media` or `grouped_id`. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface EditOptions extends WhereOptions {
  /** When it was changed, in seconds since 1970. @default now */
  readonly editDate?: number;
  /** Further fields of the TL message. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * A Telegram in this process: real clients log in to it, receive from it and send to it over a real socket. What a test
 * asks for that is not there throws a `TelegramServerError`.
 */
export interface TelegramServer {
  /** Where it listens, and the public key (PEM, PKCS #1) that its clients have to trust. */
  readonly endpoint: { readonly host: string; readonly port: number; readonly publicKey: string };
  /** The endpoint as the variables of tgmem's own processes. */
  readonly env: Readonly<Record<"TELEGRAM_SERVER" | "TELEGRAM_SERVER_KEY", string>>;

  // what the accounts did
  /** What the accounts have sent, oldest first, as its chats show it now: edited, and without what was deleted. */
  readonly sent: readonly SentMessage[];
  /** What the bots answered to pressed buttons, oldest first. */
  readonly callbackAnswers: readonly CallbackAnswer[];
  /** Every call so far with its fields in snake_case. Nothing is left out, passwords neither. */
  readonly requests: readonly TlObject[];
  /** The names of all calls so far, e.g. `messages.sendMessage`. */
  readonly calls: readonly string[];
  /** Id of the last message of a chat that the account has read; 0 for none. @default of the first account */
  readUpTo(chatId: string, account?: string): number;

  // what people do
  /** A person writes to an account; returns the message's id. */
  say(from: string, text: string, options?: SayOptions): number;
  /** The writer changes a message. */
  edit(messageId: number, text: string, options?: EditOptions): void;
  /** Its writer, or an admin, deletes a message for everybody. */
  delete(messageId: number, options?: WhereOptions): void;
  /** A person presses the button with this label under a message; returns the id of the query for `callbackAnswers`. */
  press(from: string, messageId: number, label: string, options?: WhereOptions): bigint;
  /** Too much time goes by since a press: Telegram takes no answer to its query any more. */
  expire(queryId: bigint): void;
  /** Something happens in a chat that is a message without text, as the TL `MessageAction` says; returns its id. */
  serviceMessage(from: string, action: TlObject, options?: WhereOptions): number;
  /** Makes somebody known who has more than an id: a bot, a name. It is told with the next message. */
  introduce(id: string, person: PersonOptions): void;

  // what Telegram does
  /**
   * Tells an account of any TL `Update` or `Updates`. One with a `pts_count` and no `pts` is counted by the server, so
   * that the difference holds it, too. `to` is the account. @default the first account
   */
  push(update: TlObject, options?: { readonly to?: string }): void;
  /** Tells an account that it has missed too much to be told, or too much of one supergroup. */
  tooLong(to?: string, group?: string): void;
  /** How it behaves. Each field may be set at any time. */
  readonly settings: Settings;
  /** Everything that can go wrong. */
  readonly faults: TelegramFaults;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
}

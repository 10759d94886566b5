import type { TelegramError } from "../../errors.ts";

/** Where a server is that is not one of Telegram's own: a self-hosted one, or one of your tests. */
export interface ServerAddress {
  /** A host name or an IP address. */
  readonly host: string;
  /** The TCP port. */
  readonly port: number;
  /** The server's RSA key of 2048 bits in PKCS #1, as PEM or as the base64 between its first and its last line. */
  readonly publicKey: string;
}

/** A proxy between this process and Telegram. */
export type TelegramProxy =
  /** A proxy of SOCKS 5, with or without a user. */
  | {
      readonly type: "socks5";
      /** A host name or an IP address. */
      readonly host: string;
      readonly port: number;
      readonly username?: string;
      readonly password?: string;
    }
  /** A proxy of Telegram's own protocol. */
  | {
      readonly type: "mtproxy";
      /** A host name or an IP address. */
      readonly host: string;
      readonly port: number;
      /** The 16 bytes in hexadecimal, with or without `dd` before them; not the longer ones of fake TLS. */
      readonly secret: string;
    };

/** What happens to a connection, for an operator to log and count. Holds no text of a message. */
export type TelegramEvent =
  /** Something is worth a line in the log: it is told when it begins. */
  | { readonly type: "warning"; readonly message: string }
  /** The client beneath has a word of its own, most often of a connection that breaks and comes back; of each kind one a minute. */
  | { readonly type: "client"; readonly message: string }
  /** The connection came up, or went down; it comes back by itself. */
  | { readonly type: "connected" | "disconnected" }
  /** The handler rejected (`handle`), or Telegram gave no updates that were missed (`difference`): again after `delayMs`. */
  | {
      readonly type: "delayed";
      readonly what: "handle" | "difference";
      readonly delayMs: number;
      readonly error: unknown;
    }
  /** Messages were missed and asked for; `messages` says how many came. */
  | { readonly type: "recovered"; readonly reason: string; readonly messages: number }
  /** Telegram no longer has what was missed: messages may be lost. */
  | { readonly type: "lost"; readonly reason: string };

/** Says who connects, from which session file, and how long each step may take. */
export interface TelegramOptions {
  /** The id of your application, from https://my.telegram.org. */
  readonly apiId: number;
  /** The secret that belongs to `apiId`. */
  readonly apiHash: string;
  /**
   * The path of the file that holds the log-in, its place in the updates, and known chats: whoever has it is the account.
   * One process at a time can use it; missing folders are made.
   */
  readonly sessionFile: string;
  /** The name of this log-in in the account's device list. @default "tgmem" */
  readonly device?: string;
  /** Hears every event. What it throws is dropped. */
  readonly onEvent?: (event: TelegramEvent) => void;
  /** Called once, when only a new log-in or a restart can help: every call from now on is in vain. */
  readonly onFatal?: (error: TelegramError) => void;
  /** How long connecting may take, and again logging in, in ms. @default 60_000 */
  readonly startTimeoutMs?: number;
  /** How long each call may take, in ms. @default 30_000 */
  readonly callTimeoutMs?: number;
  /** The time between two questions whether anything was missed, and whether the log-in is good, in ms. @default 60_000 */
  readonly pollMs?: number;
  /**
   * How long the question whether the log-in is good may take, in ms; three in a row without an answer are the end.
   * @default 15_000
   */
  readonly answerTimeoutMs?: number;
  /** How long each attempt to open a connection may take, in ms. @default 15_000 */
  readonly connectTimeoutMs?: number;
  /** The time between two attempts to connect again, in ms. @default 1_000 */
  readonly reconnectDelayMs?: number;
  /** The one server to talk to, whose key is trusted by every client of this process. @default those of Telegram */
  readonly server?: ServerAddress;
  /** What every connection goes through. Neither its user, password nor secret is told by any event or error. @default none */
  readonly proxy?: TelegramProxy;
}

import type { TelegramError } from "../../errors.ts";

/** Where a server is that is not one of Telegram's own: a self-hosted one, or one of your tests. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  /** The server's RSA key of 2048 bits in PKCS #1, as PEM or as the base64 between its first and its last line. */
  readonly publicKey: string;
}

export type TelegramEvent =
  /** Worth a line in the log; holds no text of a message. */
  | { readonly type: "warning"; readonly message: string }
  | { readonly type: "connected" | "disconnected" }
  /** The handler rejected, or Telegram did not answer: tried again after `delayMs`. */
  | {
      readonly type: "delayed";
      readonly what: "handle" | "difference";
      readonly delayMs: number;
      readonly error: unknown;
    }
  /** Updates were missed and asked for. */
  | { readonly type: "recovered"; readonly reason: string; readonly messages: number }
  /** Telegram no longer has what was missed: messages may be lost. */
  | { readonly type: "lost"; readonly reason: string };

export interface TelegramOptions {
  readonly apiId: number;
  readonly apiHash: string;
  /** Holds the log-in, the state of its updates and known chats. One process at a time; missing folders are made. */
  readonly sessionFile: string;
  /** Shown in the account's device list. @default "tgmem" */
  readonly device?: string;
  readonly onEvent?: (event: TelegramEvent) => void;
  /** Called once, when only a new log-in or a restart can help: every call from now on is in vain. */
  readonly onFatal?: (error: TelegramError) => void;
  /** Bounds the whole start. @default 60_000 */
  readonly startTimeoutMs?: number;
  /** Bounds each call. @default 30_000 */
  readonly callTimeoutMs?: number;
  /** How often it asks whether it missed anything, and whether the log-in is still good. @default 60_000 */
  readonly pollMs?: number;
  /** Bounds each of those questions; three in a row without an answer count as the end. @default 15_000 */
  readonly answerTimeoutMs?: number;
  /** Bounds each attempt to open a connection. @default 15_000 */
  readonly connectTimeoutMs?: number;
  /** The time between two attempts to connect again. @default 1_000 */
  readonly reconnectDelayMs?: number;
  /** The one server to talk to, whose key is trusted by every client of this process. @default those of Telegram */
  readonly server?: ServerAddress;
}

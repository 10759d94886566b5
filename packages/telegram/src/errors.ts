/** What has to happen now; whoever holds the job needs nothing else. */
export type TelegramPolicy =
  /** The same call may work later, after `retryAfterMs` if that is given. Keep the random id. */
  | "retry"
  /** Telegram has it already: count it as sent. */
  | "delivered"
  /** The text or its form was refused, nothing is stored: send something else. */
  | "fix_payload"
  /** This chat cannot be written to. */
  | "dead_letter"
  /** This log-in is of no more use: stop, and tell the operator. */
  | "stop_account";

export type TelegramErrorCode =
  /** Too much at once: for this chat, or for the whole account. */
  | "flood_wait"
  /** This group lets nobody write so often; other chats are not concerned. */
  | "slow_mode"
  /** Telegram answered that it has trouble of its own. */
  | "unavailable"
  /** No answer: the network, most likely. */
  | "timeout"
  | "disconnected"
  | "duplicate"
  | "empty"
  | "too_long"
  | "formatting_refused"
  | "reply_refused"
  | "chat_refused"
  | "peer_unknown"
  | "refused"
  | "account_stopped"
  | "not_logged_in"
  | "login_refused"
  | "session_locked"
  | "session_invalid"
  | "invalid_argument"
  | "aborted";

export interface TelegramErrorOptions extends ErrorOptions {
  readonly policy: TelegramPolicy;
  readonly retryAfterMs?: number;
}

/** The one error of this package. Its message says what to do, and never holds a text, a token or a phone number. */
export class TelegramError extends Error {
  override readonly name = "TelegramError";
  readonly code: TelegramErrorCode;
  readonly policy: TelegramPolicy;
  readonly retryable: boolean;
  /** How long Telegram asks to wait; only with policy `retry`. */
  readonly retryAfterMs?: number;
  constructor(
    code: TelegramErrorCode,
    message: string,
    { policy, retryAfterMs, ...options }: TelegramErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.policy = policy;
    this.retryable = policy === "retry";
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}

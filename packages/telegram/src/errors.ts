/**
 * What has to happen after a failure; whoever holds the job needs to know nothing else.
 *
 * - `retry`: the same call may work later, after `retryAfterMs` if that is given. Keep the random id.
 * - `delivered`: Telegram has the message already. Count it as sent.
 * - `fix_payload`: what was given was refused, and nothing is stored. Give something else.
 * - `dead_letter`: this chat cannot be written to. Give the message up.
 * - `stop_account`: this log-in is of no more use. Stop, and tell the operator.
 */
export type TelegramPolicy = "retry" | "delivered" | "fix_payload" | "dead_letter" | "stop_account";

/**
 * What went wrong. Those with the policy `retry` are retryable, all others are not.
 *
 * Policy `retry`:
 * - `flood_wait`: there was too much at once, for this chat or the whole account. Wait for `retryAfterMs`.
 * - `slow_mode`: this group lets nobody write so often. Wait for `retryAfterMs`; other chats are not concerned.
 * - `unavailable`: Telegram has trouble of its own, or has answered nothing for minutes (`onFatal`). Try again, or start
 *   again.
 * - `timeout`: there was no answer in time. Look at the network, and try again.
 * - `disconnected`: the connection is down. It comes back by itself: try again.
 * - `client_failed`: the client itself could not make the call, perhaps for what is in it. Try again a few times, then give
 *   it up.
 * - `aborted`: the caller's signal, or `close`, ended the wait. The call may have been carried out: keep the random id.
 * - `peer_unknown`: the log-in of a person has no such chat yet. The person has to write first. After a refusal by
 *   Telegram its policy is `dead_letter`.
 *
 * Policy `delivered`:
 * - `duplicate`: Telegram has a message with this random id, or is storing it. `send` counts it as sent by itself.
 *
 * Policy `fix_payload`:
 * - `empty`: the message has no text. Send some.
 * - `too_long`: the message is longer than 4096 UTF-16 units. Split it with `splitFormatted`.
 * - `formatting_refused`, `reply_refused`: Telegram refused the entities, or the reply, once more. `send` leaves either
 *   out by itself, so this comes only when that did not help.
 * - `edit_refused`: the message is gone, or may not be changed any more; the chat shows it as it was, if at all. Send a new
 *   one.
 * - `invalid_argument`: the caller gave something that no call takes; the message says what. Mend the caller.
 *
 * Policy `dead_letter`:
 * - `chat_refused`: this chat cannot be written to, for instance because the person has blocked the bot.
 * - `refused`: Telegram refuses this call for another reason; the message names it.
 *
 * Policy `stop_account`:
 * - `account_stopped`: the log-in was revoked, forgotten or banned. Log in again, into a new session file.
 * - `not_logged_in`: the session file is not logged in, and there is no bot token. Call `logIn`, or give a token.
 * - `login_refused`: Telegram or this package refuses the token, the session string or the API id; the message says why.
 * - `session_locked`: another process uses the session file. Stop it, or give each process a file of its own.
 * - `session_invalid`: the session file cannot be read or written, or is of another account. Mend it or name another one.
 */
export type TelegramErrorCode =
  | "flood_wait"
  | "slow_mode"
  | "unavailable"
  | "timeout"
  | "disconnected"
  | "client_failed"
  | "aborted"
  | "peer_unknown"
  | "duplicate"
  | "empty"
  | "too_long"
  | "formatting_refused"
  | "reply_refused"
  | "edit_refused"
  | "invalid_argument"
  | "chat_refused"
  | "refused"
  | "account_stopped"
  | "not_logged_in"
  | "login_refused"
  | "session_locked"
  | "session_invalid";

/** What a `TelegramError` holds besides its code and its message. */
export interface TelegramErrorOptions extends ErrorOptions {
  /** What has to happen now; it decides whether the error is retryable. */
  readonly policy: TelegramPolicy;
  /** How long Telegram asks to wait, in ms; only with policy `retry`. */
  readonly retryAfterMs?: number;
}

/** The one error of this package. Its message says what to do, and never holds a text, a token or a phone number. */
export class TelegramError extends Error {
  override readonly name = "TelegramError";
  /** What to tell failures apart by; a message may change. */
  readonly code: TelegramErrorCode;
  /** What has to happen now. */
  readonly policy: TelegramPolicy;
  /** Whether the same call may work later, which is so with policy `retry`. */
  readonly retryable: boolean;
  /** How long Telegram asks to wait, in ms; only with policy `retry`. */
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

/** Makes the error for something that the caller gave and no call takes. */
export const invalidArgument = (message: string): TelegramError =>
  new TelegramError("invalid_argument", message, { policy: "fix_payload" });

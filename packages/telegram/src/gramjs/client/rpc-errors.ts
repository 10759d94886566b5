import { errors } from "telegram";
import { TelegramError, type TelegramErrorCode, type TelegramPolicy } from "../../errors.ts";

type Rule = readonly [code: TelegramErrorCode, policy: TelegramPolicy, advice: string];

const accountStopped: Rule = [
  "account_stopped",
  "stop_account",
  "this log-in is of no more use: log in again",
];
const accountLimited: Rule = [
  "account_stopped",
  "stop_account",
  "the account may not write: ask @SpamBot from it",
];
const accountBanned: Rule = [
  "account_stopped",
  "stop_account",
  "the account is deleted or banned: ask recover@telegram.org",
];
const chatRefused: Rule = ["chat_refused", "dead_letter", "this chat cannot be written to"];
const peerUnknown: Rule = ["peer_unknown", "dead_letter", "this log-in knows no such chat"];
const newConnection: Rule = ["unavailable", "retry", "it may go on another connection: try again"];
const fixPayload = (code: TelegramErrorCode): Rule => [code, "fix_payload", "nothing was stored"];

const rules: Readonly<Record<string, Rule>> = {
  RANDOM_ID_DUPLICATE: ["duplicate", "delivered", "it is stored, or being stored"],
  ENTITY_BOUNDS_INVALID: fixPayload("formatting_refused"),
  ENTITIES_TOO_LONG: fixPayload("formatting_refused"),
  ENTITY_MENTION_USER_INVALID: fixPayload("formatting_refused"),
  URL_INVALID: fixPayload("formatting_refused"),
  WC_CONVERT_URL_INVALID: fixPayload("formatting_refused"),
  MESSAGE_TOO_LONG: fixPayload("too_long"),
  MESSAGE_EMPTY: fixPayload("empty"),
  INPUT_TEXT_EMPTY: fixPayload("empty"),
  MESSAGE_ID_INVALID: fixPayload("reply_refused"),
  REPLY_MESSAGE_ID_INVALID: fixPayload("reply_refused"),
  MSG_ID_INVALID: fixPayload("reply_refused"),
  REPLY_TO_INVALID: fixPayload("reply_refused"),
  REPLY_TO_USER_INVALID: fixPayload("reply_refused"),
  QUOTE_TEXT_INVALID: fixPayload("reply_refused"),
  TOPIC_DELETED: fixPayload("reply_refused"),
  USER_IS_BLOCKED: chatRefused,
  INPUT_USER_DEACTIVATED: chatRefused,
  CHAT_WRITE_FORBIDDEN: chatRefused,
  CHAT_ADMIN_REQUIRED: chatRefused,
  USER_BANNED_IN_CHANNEL: chatRefused,
  YOU_BLOCKED_USER: chatRefused,
  PRIVACY_PREMIUM_REQUIRED: chatRefused,
  ALLOW_PAYMENT_REQUIRED: chatRefused,
  CHANNEL_PRIVATE: chatRefused,
  CHAT_FORBIDDEN: chatRefused,
  CHAT_RESTRICTED: chatRefused,
  CHAT_GUEST_SEND_FORBIDDEN: chatRefused,
  CHAT_SEND_PLAIN_FORBIDDEN: chatRefused,
  TOPIC_CLOSED: chatRefused,
  CONNECTION_NOT_INITED: newConnection,
  CONNECTION_LAYER_INVALID: newConnection,
  TIMEOUT: newConnection,
  PEER_ID_INVALID: peerUnknown,
  USER_ID_INVALID: peerUnknown,
  CHAT_ID_INVALID: peerUnknown,
  CHANNEL_INVALID: peerUnknown,
  PEER_FLOOD: accountLimited,
  USER_DEACTIVATED: accountBanned,
  USER_DEACTIVATED_BAN: accountBanned,
  AUTH_KEY_UNREGISTERED: accountStopped,
  AUTH_KEY_DUPLICATED: accountStopped,
  AUTH_KEY_INVALID: accountStopped,
  SESSION_REVOKED: accountStopped,
  SESSION_EXPIRED: accountStopped,
};

/** Makes our error of whatever a call of the client throws. `what` begins its message, e.g. `Sending`. */
export function toTelegramError(error: unknown, what: string): TelegramError {
  if (error instanceof TelegramError) return error;
  const { name, code, seconds } = rpcFields(error);
  const fail = ([errorCode, policy, advice]: Rule, retryAfterMs?: number) =>
    new TelegramError(errorCode, `${what} failed with ${name || "no answer"}: ${advice}.`, {
      policy,
      cause: error,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  if (seconds !== undefined) {
    const waitCode = error instanceof errors.SlowModeWaitError ? "slow_mode" : "flood_wait";
    return fail([waitCode, "retry", `wait ${seconds} s`], seconds * 1_000);
  }
  // Some end in a number, of stars for instance.
  const rule = name.startsWith("FROZEN_") ? accountLimited : rules[name.replace(/_\d+$/, "")];
  if (rule) return fail(rule);
  if (name === "" && isOfConnection(error))
    return fail(["disconnected", "retry", "the connection is down"]);
  if (name === "") return fail(["client_failed", "retry", "the client could not make the call"]);
  if (code === undefined || code >= 500 || code < 0)
    return fail(["unavailable", "retry", "Telegram is not available, try again"]);
  if (code === 401) return fail(accountStopped);
  return fail(["refused", "dead_letter", "Telegram refuses this call"]);
}

/** The client and Node say that a connection is down by words alone, and by the codes of the operating system. */
const isOfConnection = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && /^E(?!RR_)[A-Z]+$/.test(String(error.code))) ||
    /connect|socket|closed|no data received|time(?:d )?out|was unsuccessful/i.test(error.message));

/** Reads text and number of an error, which alone tell errors apart: the client makes no instances of its classes for them. */
export function rpcFields(error: unknown): {
  readonly name: string;
  readonly code?: number;
  readonly seconds?: number;
} {
  if (typeof error !== "object" || error === null) return { name: "" };
  const { errorMessage, code, seconds } = error as {
    errorMessage?: unknown;
    code?: unknown;
    seconds?: unknown;
  };
  return {
    name: typeof errorMessage === "string" ? errorMessage : "",
    ...(typeof code === "number" ? { code } : {}),
    ...(typeof seconds === "number" ? { seconds } : {}),
  };
}

/** Gives the client's own error below ours. */
export const causeOf = (error: unknown) => (error instanceof TelegramError ? error.cause : error);

import { TelegramError } from "../../errors.ts";

/** What somebody can do about a refused answer, by the error's name. */
export const loginAdvice: Readonly<Record<string, string>> = {
  ACCESS_TOKEN_INVALID:
    "Telegram does not know this bot token: copy it again from @BotFather, it looks like 123456:ABC….",
  ACCESS_TOKEN_EXPIRED: "This bot token was replaced: ask @BotFather for the new one.",
  API_ID_INVALID:
    "Telegram does not know this pair of API id and hash: copy both from https://my.telegram.org.",
  API_ID_PUBLISHED_FLOOD: "This API id is a public one: make your own at https://my.telegram.org.",
  PHONE_NUMBER_INVALID:
    "That is no phone number: write it with its country code, for instance +4915112345678.",
  PHONE_NUMBER_BANNED: "Telegram has banned this number.",
  PHONE_NUMBER_UNOCCUPIED:
    "Nobody has an account with this number: make one with a Telegram app first.",
  PHONE_CODE_INVALID: "That is not the code.",
  PHONE_CODE_EMPTY: "That is not the code.",
  PHONE_CODE_EXPIRED: "The code has expired: there comes a new one.",
  PHONE_NUMBER_FLOOD: "There were too many log-ins with this number: try again tomorrow.",
  PHONE_PASSWORD_FLOOD: "There were too many wrong passwords: try again tomorrow.",
  USER_DEACTIVATED: "Telegram has deleted this account.",
  USER_DEACTIVATED_BAN: "Telegram has banned this account: ask recover@telegram.org.",
  PASSWORD_HASH_INVALID: "That is not the password.",
};

/** Makes the error for a log-in that cannot be had this way; the message has to say why. */
export const refused = (message: string, cause?: unknown) =>
  new TelegramError("login_refused", message, { policy: "stop_account", cause });

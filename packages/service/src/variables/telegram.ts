import { z } from "zod";
import { secret, text } from "./kinds.ts";

/** The variables of every process that logs in to Telegram. */
export const telegramVariables = {
  TELEGRAM_API_ID: z
    .string()
    .regex(/^[1-9]\d*$/, "expected a whole number")
    .transform(Number)
    .meta({ description: "API id of your application, from https://my.telegram.org" }),
  TELEGRAM_API_HASH: secret("API hash of your application, from https://my.telegram.org"),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/, "expected 123456:ABC…, as @BotFather gives it")
    .optional()
    .meta({
      description:
        "token of the bot; without one, a person's account that `tgmem login` has logged in",
      secret: true,
    }),
};

/** The files of the two log-ins: Telegram ends one that two processes use. */
export const sessionVariables = {
  TELEGRAM_SESSION: text("file of the receiver's log-in", "producer_session"),
  TELEGRAM_SENDER_SESSION: text("file of the sender's log-in", "sender_session"),
};

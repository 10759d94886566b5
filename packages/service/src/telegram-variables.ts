import { z } from "zod";
import { secret } from "./variables.ts";

/** The variables of every process that logs in to Telegram. */
export const telegramEnv = {
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

/** Files of the two log-ins: Telegram ends one that two processes use. */
export const sessionFiles = {
  receiver: z
    .string()
    .default("producer_session")
    .meta({ description: "file of the receiver's log-in" }),
  sender: z.string().default("sender_session").meta({ description: "file of the sender's log-in" }),
};

export const whitelistUser = z.string().optional().meta({
  description:
    "Telegram ids that may talk to the bot, by commas or spaces; without a valid one everybody may",
});

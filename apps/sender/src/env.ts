import { resolve } from "node:path";
import {
  commonEnv,
  redisUrl,
  sessionFiles,
  telegramEnv,
  wholeNumber,
  whitelistUser,
} from "@tgmem/service";
import { z } from "zod";

export const senderEnv = z
  .object({
    REDIS_URL: redisUrl,
    ...telegramEnv,
    TELEGRAM_SENDER_SESSION: sessionFiles.sender,
    TELEGRAM_SESSION: sessionFiles.receiver,
    WHITELIST_USER: whitelistUser,
    SEND_PER_SECOND: wholeNumber("messages in a second, to all chats together", {
      min: 1,
      max: 1_000,
      fallback: 30,
    }),
    SEND_CHAT_INTERVAL_MS: wholeNumber(
      "time between two messages to one chat, in ms, after a few at once; 0 = no limit, in groups neither",
      { min: 0, max: 60_000, fallback: 1_000 },
    ),
    ...commonEnv({ metricsPort: 9104 }),
  })
  .refine(
    ({ TELEGRAM_SENDER_SESSION, TELEGRAM_SESSION }) =>
      resolve(TELEGRAM_SENDER_SESSION) !== resolve(TELEGRAM_SESSION),
    {
      path: ["TELEGRAM_SENDER_SESSION"],
      error:
        "expected another file than TELEGRAM_SESSION, because Telegram ends a log-in that two use",
    },
  );

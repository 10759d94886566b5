import { commonEnv, redisUrl, sessionFiles, telegramEnv, whitelistUser } from "@tgmem/service";
import { z } from "zod";

export const senderEnv = z.object({
  REDIS_URL: redisUrl,
  ...telegramEnv,
  TELEGRAM_SENDER_SESSION: sessionFiles.sender,
  WHITELIST_USER: whitelistUser,
  ...commonEnv({ metricsPort: 9104 }),
});

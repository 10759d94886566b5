import { commonEnv, redisUrl, sessionFiles, telegramEnv, whitelistUser } from "@tgmem/service";
import { z } from "zod";

export const receiverEnv = z.object({
  REDIS_URL: redisUrl,
  ...telegramEnv,
  TELEGRAM_SESSION: sessionFiles.receiver,
  WHITELIST_USER: whitelistUser,
  ...commonEnv({ metricsPort: 9101 }),
});

import {
  commonEnv,
  redisUrl,
  sessionFiles,
  telegramEnv,
  whitelistUser,
  wholeNumber,
} from "@tgmem/service";
import { z } from "zod";

export const receiverEnv = z.object({
  REDIS_URL: redisUrl,
  ...telegramEnv,
  TELEGRAM_SESSION: sessionFiles.receiver,
  WHITELIST_USER: whitelistUser,
  MERGE_WINDOW_MS: wholeNumber(
    "ms in which short messages of one person that follow each other are answered as one; 0 = each by itself",
    { min: 0, max: 10_000, fallback: 1_200 },
  ),
  ...commonEnv({ metricsPort: 9101 }),
});

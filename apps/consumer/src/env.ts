import { engineEnv } from "@tgmem/engine";
import { commonEnv, redisUrl } from "@tgmem/service";
import { z } from "zod";

export const consumerEnv = z.object({
  REDIS_URL: redisUrl,
  ...engineEnv,
  ...commonEnv({ metricsPort: 9102 }),
});

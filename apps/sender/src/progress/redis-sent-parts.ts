import type { Redis } from "@tgmem/service";
import { keptMs, type SentParts } from "./sent-parts.ts";

/** One small key a job, which Redis itself removes after a day. */
export function redisSentParts(
  redis: Pick<Redis, "get" | "set">,
  { prefix = "tgmem:sent:" }: { readonly prefix?: string } = {},
): SentParts {
  return {
    async sent(jobId) {
      const count = Number(await redis.get(`${prefix}${jobId}`));
      return Number.isSafeInteger(count) && count > 0 ? count : 0;
    },
    async record(jobId, count) {
      await redis.set(`${prefix}${jobId}`, count, "PX", keptMs);
    },
  };
}

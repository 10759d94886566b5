import { z } from "zod";

/** The variables of every process that uses the lists. */
export const redisVariables = {
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: "expected redis://host:port or rediss://…" })
    .default("redis://127.0.0.1:6379")
    // A Redis URL may hold a password.
    .meta({ description: "where Redis runs: 7.0 or newer, AOF on, noeviction", secret: true }),
};

import { Redis } from "ioredis";
import type { Logger } from "./logger.ts";

export type { Redis };

/** Makes the client of a process that runs on: while Redis is away its commands wait, and the log says so. */
export function connectRedis(url: string, { logger }: { readonly logger: Logger }): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on("error", (err) => logger.warn({ err }, "redis"));
  return redis;
}

/** Does one piece of work with a client of its own, for a command in a terminal. Rejects at once when Redis is away. */
export async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null });
  redis.on("error", () => {});
  try {
    await redis.connect().catch((cause: unknown) => {
      throw new Error("Redis does not answer: start it, or set REDIS_URL.", { cause });
    });
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

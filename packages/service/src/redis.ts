import { Redis } from "ioredis";
import { type Outages, outageWords } from "./outages.ts";
import { redisTrouble } from "./redis-trouble.ts";

export type { Redis };

/** Makes the client of a process that runs on: while Redis is away its commands wait, and that is an outage. */
export function connectRedis(
  url: string,
  { outages }: { readonly outages: Pick<Outages, "failed"> },
): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on("error", (err) => outages.failed("redis", { ...redisTrouble(err), err }));
  return redis;
}

/** How a command in a terminal uses Redis. */
export interface WithRedisOptions {
  /**
   * Whether the work goes on for so long that Redis may be restarted meanwhile: then the client connects again, and what is
   * asked until it has is rejected. @default false
   */
  readonly isLasting?: boolean;
}

/** Does one piece of work with a client of its own, for a command in a terminal. Rejects at once when Redis is away. */
export async function withRedis<T>(
  url: string,
  work: (redis: Redis) => Promise<T>,
  { isLasting = false }: WithRedisOptions = {},
): Promise<T> {
  let wasThere = false;
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => (isLasting && wasThere ? Math.min(100 * times, 1_000) : null),
  });
  let trouble: unknown;
  redis.on("error", (error) => (trouble = error));
  try {
    await redis.connect().catch((cause: unknown) => {
      const error = trouble ?? cause;
      throw new Error(outageWords(redisTrouble(error)), { cause: error });
    });
    wasThere = true;
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

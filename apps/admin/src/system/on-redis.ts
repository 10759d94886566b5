import { recallIndex } from "@tgmem/memory";
import { dumpChats, loadChats, redisPostings, redisStore } from "@tgmem/memory/redis";
import { dumpQueue, loadQueue, redisQueue } from "@tgmem/queue/redis";
import { expectedProcesses, type Redis, withRedis, type WithRedisOptions } from "@tgmem/service";
import { factsInRedis } from "./facts.ts";
import type { Kept, Storage } from "./kept.ts";
import { openLists } from "./lists.ts";
import { infoValue } from "./redis-info.ts";
import type { Whole } from "./whole.ts";

interface OnRedisOptions extends WithRedisOptions {
  readonly window: number;
}

/** A memory that is fuller than this is a matter of days. */
const almostFull = 0.9;

/** Opens what several processes keep in Redis, and closes it when the work is done. Rejects at once when Redis is away. */
export const onRedis = <R>(
  url: string,
  work: (kept: Kept) => Promise<R>,
  { window, ...lasting }: OnRedisOptions,
): Promise<R> =>
  withRedis(
    url,
    async (redis) => {
      const queues = openLists((options) => redisQueue(redis, options));
      try {
        return await work({
          redis,
          server: redis,
          queues,
          store: redisStore(redis, { window }),
          recall: recallIndex(redisPostings(redis)),
          storage: () => storageOf(redis),
          whole: wholeRedis(redis),
          expected: expectedProcesses,
        });
      } finally {
        await Promise.all(Object.values(queues).map((queue) => queue.close()));
      }
    },
    lasting,
  );

const wholeRedis = (redis: Redis): Whole => ({
  queue: (list) => dumpQueue(redis, list),
  loadQueue: (list, stored) => loadQueue(redis, list, stored),
  chats: () => dumpChats(redis),
  loadChats: (chats) => loadChats(redis, chats),
  facts: () => factsInRedis(redis),
});

async function storageOf(redis: Redis): Promise<Storage> {
  const info = await redis.info();
  const usedBytes = Number(infoValue(info, "used_memory"));
  const maxBytes = Number(infoValue(info, "maxmemory"));
  return {
    name: "Redis",
    medium: "memory",
    version: infoValue(info, "redis_version"),
    usedBytes,
    maxBytes,
    ...(maxBytes > 0 &&
      usedBytes > almostFull * maxBytes && {
        trouble: "Redis is almost full: raise its maxmemory",
      }),
  };
}

import type { Redis } from "ioredis";

const fields: Readonly<Record<string, (redis: Redis, key: string) => Promise<unknown>>> = {
  string: (redis, key) => redis.get(key),
  list: (redis, key) => redis.lrange(key, 0, -1),
  hash: (redis, key) => redis.hgetall(key),
  set: (redis, key) => redis.smembers(key),
  zset: (redis, key) => redis.zrange(key, "0", "-1"),
  stream: (redis, key) => redis.xrange(key, "-", "+"),
};

/** Gives everything that a Redis holds, its keys and what is in them, as one text to search. */
export async function textsIn(redis: Redis): Promise<string> {
  const keys = await redis.keys("*");
  const values = await Promise.all(
    keys.map(async (key) => {
      const read = fields[await redis.type(key)];
      return read?.(redis, key);
    }),
  );
  return JSON.stringify([keys, values]);
}

import type { RedisClient } from "./redis-client.ts";
import { numberFields, stampFields } from "./scripts.ts";

/**
 * Reads what the script `begin` reads, KEYS w m s e p d, with plain commands that are sent together: Lua would copy every
 * turn twice, which takes longer than all the rest. Others may write between the commands, so the numbers are read first
 * and last. Gives null when they differ, or when a command failed: then the script sees a whole, or says what is wrong.
 */
export async function readTogether(
  redis: RedisClient,
  [window = "", numbers = "", ...own]: readonly string[],
): Promise<unknown> {
  if (!("evalsha" in redis) || !redis.pipeline || redis.isCluster === true) return null;
  const replies = await redis
    .pipeline([
      ["hmget", numbers, ...stampFields],
      ["mget", ...own],
      ["lrange", window, 0, -1],
      ["hmget", numbers, ...numberFields],
    ])
    .exec()
    .catch(() => null);
  if (!replies || replies.some(([error]) => error !== null)) return null;
  const [before, texts, turns, after] = replies.map(([, value]) => value);
  if (!Array.isArray(before) || !Array.isArray(after)) return null;
  return before.every((value, at) => value === after[at]) ? [after, texts, turns] : null;
}

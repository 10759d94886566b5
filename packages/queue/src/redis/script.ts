import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

/** Runs a Lua script by its hash, and by its text where the server does not know it yet. */
export function script(
  text: string,
): (redis: Redis, keys: readonly string[], args: readonly (string | number)[]) => Promise<unknown> {
  const hash = createHash("sha1").update(text).digest("hex");
  return async (redis, keys, args) => {
    try {
      return await redis.evalsha(hash, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
      return redis.eval(text, keys.length, ...keys, ...args);
    }
  };
}

import { createHash } from "node:crypto";
import type { RedisClient } from "./client.ts";

/** One round trip. The type of the reply is the script's own promise. */
export type Script<Reply> = (
  redis: RedisClient,
  keys: readonly string[],
  args: readonly (string | number)[],
) => Promise<Reply>;

/** Runs a Lua script by its hash, and by its text where the server does not know it yet. */
export function script<Reply>(text: string): Script<Reply> {
  const hash = createHash("sha1").update(text).digest("hex");
  async function run(...[redis, keys, args]: Parameters<Script<Reply>>): Promise<unknown> {
    try {
      return await redis.evalsha(hash, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
      return redis.eval(text, keys.length, ...keys, ...args);
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the text above decides what comes back
  return run as Script<Reply>;
}

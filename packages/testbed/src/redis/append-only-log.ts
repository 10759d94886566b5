import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { until } from "@tgmem/processes";
import type { Redis } from "ioredis";

/** Finds the part of the append-only log that Redis is writing. */
export async function newestLog(redis: Redis): Promise<string> {
  const dir = String(Object.values(await redis.config("GET", "dir")).at(-1));
  const folder = join(dir, "appendonlydir");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".incr.aof"));
  const times = await Promise.all(
    files.map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  return join(folder, files[times.indexOf(Math.max(...times))] ?? "");
}

/** Writes the log anew, as is to be done after each start of Redis. */
export async function rewriteLog(redis: Redis): Promise<void> {
  await redis.call("BGREWRITEAOF");
  await until(async () => {
    const info = await redis.info("persistence");
    return /aof_rewrite_in_progress:0/.test(info) && /aof_rewrite_scheduled:0/.test(info);
  });
}

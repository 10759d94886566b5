import type { Redis } from "@tgmem/service";
import type { z } from "zod";
import { writeNewFile } from "../files/write-new-file.ts";
import { infoValue } from "../system/redis-info.ts";
import type { End, Entry, Header } from "./backup-line.ts";
import { isKept, keyPatterns } from "../system/keys.ts";

type Line = z.infer<typeof Header> | Entry | z.infer<typeof End>;

export interface BackupOptions {
  readonly signal: AbortSignal;
  readonly now?: () => number;
}

const keysAtOnce = 500;

/**
 * Writes the lists, the memory and everything beside them into a new file of mode 600, a line a key. The system may run: each
 * key is whole, and no message is missed; one that moves on meanwhile may be in it twice. Resolves with the number of keys. A
 * file that could not be finished is removed.
 */
export async function writeBackup(
  redis: Redis,
  file: string,
  { signal, now = Date.now }: BackupOptions,
): Promise<number> {
  let keys = 0;
  async function* lines(): AsyncGenerator<string> {
    const version = infoValue(await redis.info("server"), "redis_version");
    yield line({
      backup: "tgmem",
      v: 1,
      createdAtMs: now(),
      redis: version,
    });
    for await (const entry of entriesOf(redis)) {
      keys++;
      yield line(entry);
    }
    yield line({ end: true, keys });
  }
  await writeNewFile(file, lines(), { signal });
  return keys;
}

const line = (value: Line) => `${JSON.stringify(value)}\n`;

async function* entriesOf(redis: Redis): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  for (const pattern of keyPatterns) {
    let cursor = "0";
    do {
      const [next, found] = await redis.scan(cursor, "MATCH", pattern, "COUNT", keysAtOnce);
      cursor = next;
      const keys = found.filter((key) => isKept(key) && !seen.has(key));
      for (const key of keys) seen.add(key);
      const entries = await Promise.all(keys.map((key) => entryOf(redis, key)));
      for (const entry of entries) if (entry) yield entry;
    } while (cursor !== "0");
  }
}

async function entryOf(redis: Redis, key: string): Promise<Entry | undefined> {
  const [dump, endsAtMs] = await Promise.all([redis.dumpBuffer(key), redis.pexpiretime(key)]);
  if (!dump) return undefined; // It has ended since it was found.
  return {
    key,
    dump: dump.toString("base64"),
    ...(endsAtMs > 0 && { endsAtMs }),
  };
}

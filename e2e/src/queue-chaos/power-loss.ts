import { readdir, readFile, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { until } from "@tgmem/processes";
import type { Redis } from "ioredis";

/** What a power loss took of the log of Redis; each command is its words. */
export interface Loss {
  /** What had been carried out, and is forgotten. */
  readonly undone: readonly (readonly string[])[];
  /**
   * The beginning of the script in the middle of which the log ends. Redis carries it out after all, at a later start and in
   * the past of the log, unless the log is written anew before.
   */
  readonly half: readonly (readonly string[])[];
}

/** Finds the part of the log that Redis is writing. */
export async function newestLog(redis: Redis): Promise<string> {
  const dir = String(Object.values(await redis.config("GET", "dir")).at(-1));
  const folder = join(dir, "appendonlydir");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".incr.aof"));
  const times = await Promise.all(
    files.map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  return join(folder, files[times.indexOf(Math.max(...times))] ?? "");
}

/** Cuts off the end of a log. */
export async function cutLog(file: string, bytes: number): Promise<Loss> {
  const log = await readFile(file, "latin1");
  const end = Math.max(0, log.length - bytes);
  await truncate(file, end);
  let block: string[][] = [];
  let isOpen = false;
  let isWhole = true;
  const undone: string[][] = [];
  let half: string[][] = [];
  for (const { words, till } of commandsOf(log)) {
    if (till > end && isWhole) {
      isWhole = false;
      half = isOpen ? [...block] : [];
    }
    if (words[0] === "MULTI") isOpen = true;
    else if (words[0] === "EXEC") isOpen = false;
    else block.push(words);
    if (isOpen) continue;
    if (!isWhole) undone.push(...block);
    block = [];
  }
  return { undone, half };
}

/** Writes the log anew, as is to be done after each start of Redis. */
export async function rewriteLog(redis: Redis): Promise<void> {
  await redis.call("BGREWRITEAOF");
  await until(async () => {
    const info = await redis.info("persistence");
    return /aof_rewrite_in_progress:0/.test(info) && /aof_rewrite_scheduled:0/.test(info);
  });
}

/** A kill may have stopped Redis in the middle of a command: that one is left out. */
function* commandsOf(log: string): Generator<{ words: string[]; till: number }> {
  let at = 0;
  function number(): number {
    const end = log.indexOf("\r\n", at);
    const read = end < 0 ? 0 : Number(log.slice(at + 1, end));
    at = end < 0 ? Infinity : end + 2;
    return read;
  }
  while (at < log.length) {
    const words: string[] = [];
    for (let left = number(); left > 0; left--) {
      const length = number();
      words.push(log.slice(at, at + length));
      at += length + 2;
    }
    if (at <= log.length) yield { words, till: at };
  }
}

import { open } from "node:fs/promises";
import { readProcesses, type Redis } from "@tgmem/service";
import type { z } from "zod";
import { End, Entry, Header } from "./backup-line.ts";
import { isKept, keyPatterns } from "./keys.ts";

export interface RestoreOptions {
  /** Writes into an installation that holds something: keys of the backup replace those that are there. */
  readonly force: boolean;
  readonly signal: AbortSignal;
}

/**
 * Reads a backup into an empty installation. The file is read to its end first, so a broken one changes nothing. Resolves with the
 * number of keys that were written; those that have ended meanwhile are left out. Rejects while the bot runs.
 */
export async function readBackup(
  redis: Redis,
  file: string,
  { force, signal }: RestoreOptions,
): Promise<number> {
  for await (const entry of entriesIn(file)) void entry;
  const running = (await readProcesses(redis)).filter(({ state }) => state !== "silent");
  if (running.length > 0)
    throw new Error(
      `The bot runs on this Redis (${running.map(({ name, host }) => `${name} on ${host}`).join(", ")}): stop it first. One that was killed counts for 20 s.`,
    );
  if (!force && (await holdsSomething(redis)))
    throw new Error("This Redis holds an installation already: empty it, or add --force.");
  let written = 0;
  for await (const { key, endsAtMs, dump } of entriesIn(file)) {
    signal.throwIfAborted();
    if (endsAtMs !== undefined && endsAtMs <= Date.now()) continue;
    await redis
      .call("RESTORE", key, endsAtMs ?? 0, Buffer.from(dump, "base64"), "REPLACE", "ABSTTL")
      .catch((cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`Redis refused ${key}: ${reason}. Restore into the same or a newer one.`, {
          cause,
        });
      });
    written++;
  }
  return written;
}

async function holdsSomething(redis: Redis): Promise<boolean> {
  for (const pattern of keyPatterns) {
    let cursor = "0";
    do {
      const [next, keys] = await redis.scan(cursor, "MATCH", pattern, "COUNT", 1_000);
      if (keys.some(isKept)) return true;
      cursor = next;
    } while (cursor !== "0");
  }
  return false;
}

async function* entriesIn(file: string): AsyncGenerator<Entry> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: name a file that tgmem backup wrote.`, { cause });
  });
  let number = 0;
  let ended = false;
  try {
    for await (const text of handle.readLines()) {
      number++;
      if (number === 1) parsed(Header, text, file, number);
      else if (text.startsWith('{"end"')) {
        const { keys } = parsed(End, text, file, number);
        ended = keys === number - 2;
      } else yield parsed(Entry, text, file, number);
    }
  } finally {
    await handle.close();
  }
  if (!ended) throw new Error(`${file} was broken off at line ${number}: take another backup.`);
}

function parsed<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
  number: number,
): z.output<S> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // What the parsers say may quote the line, which holds texts of people.
    throw new Error(`${file} is no backup of tgmem: line ${number} cannot be read.`);
  }
}

import { open } from "node:fs/promises";
import type { Redis } from "@tgmem/service";
import type { z } from "zod";
import { End, Entry, Header } from "./backup-line.ts";
import { holdsSomething } from "../system/keys.ts";
import { mustNotRun } from "../system/must-not-run.ts";

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
  await mustNotRun(redis);
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

import { existsSync } from "node:fs";
import type { SummaryArchive } from "@tgmem/memory";
import { openSqlite, sqliteArchive } from "@tgmem/memory/sqlite";
import { openAirtable } from "../airtable/open-airtable.ts";
import type { Env } from "../terminal/terminal.ts";
import type { ArchiveName } from "./archive-name.ts";

/** An archive that a command opened, and will close. */
export interface OpenedArchive {
  readonly archive: SummaryArchive;
  readonly close: () => Promise<void> | void;
}

interface OpenOptions {
  readonly env: Env;
  readonly signal: AbortSignal;
  readonly mustBeThere: boolean;
}

/** Opens the table that the environment names, or a file: a new one, unless it must be there. */
export function openArchive(
  name: ArchiveName,
  { env, signal, mustBeThere }: OpenOptions,
): OpenedArchive {
  if (name === "airtable") {
    const { archive } = openAirtable(env, { signal });
    return { archive, close: () => archive.close() };
  }
  const file = name.slice("sqlite:".length);
  if (mustBeThere && !existsSync(file))
    throw new Error(`There is no file ${file}: name one that tgmem memory move wrote.`);
  const db = openSqlite(file);
  return { archive: sqliteArchive(db), close: () => db.close() };
}

import type { SummaryArchive } from "@tgmem/memory";
import { openSqlite, sqliteArchive } from "@tgmem/memory/sqlite";
import { openAirtable } from "../airtable/open-airtable.ts";

/** An archive that a command opened, and will close. */
export interface OpenedArchive {
  readonly archive: SummaryArchive;
  readonly close: () => Promise<void> | void;
}

/** Opens `airtable`, which is that of the environment, or `sqlite:FILE`. */
export function openArchive(
  name: string,
  option: string,
  {
    env,
    signal,
  }: { readonly env: Readonly<Record<string, string | undefined>>; readonly signal: AbortSignal },
): OpenedArchive {
  if (name === "airtable") {
    const { archive } = openAirtable(env, { signal });
    return { archive, close: () => archive.close() };
  }
  const file = /^sqlite:(.+)$/u.exec(name)?.[1];
  if (file === undefined)
    throw new Error(`${option} is wrong: expected airtable or sqlite:FILE, got \`${name}\`.`);
  const db = openSqlite(file);
  return { archive: sqliteArchive(db), close: () => db.close() };
}

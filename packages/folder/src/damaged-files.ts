import { DatabaseSync } from "node:sqlite";
import { filesOf } from "./files.ts";

/** Reads the files of a folder to their ends, as SQLite checks them, and names those that are damaged. The bot may run. */
export function damagedFiles(folder: string): readonly string[] {
  const { lists, memory, records } = filesOf(folder);
  return [lists, memory, records].filter((file) => !isWhole(file));
}

function isWhole(file: string): boolean {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    return db.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] === "ok";
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    db.close();
  }
}

/** What SQLite says of a damaged file, and of one that is none of its own; further bits tell which kind of it. */
const damages: ReadonlySet<number> = new Set([11, 26]);

/** Whether an error of SQLite says that a file is damaged. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && damages.has(Number(error.errcode) & 0xff);

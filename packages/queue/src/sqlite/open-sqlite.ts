import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { invalid } from "../arguments.ts";
import { QueueError } from "../errors.ts";
import { isDamaged } from "./sqlite-error.ts";

/** Whatever else uses the database waits for the lock of another process that long. */
export const lockWaitMs = 5_000;

/**
 * Opens a file for queues; a new one is readable by its owner alone. The caller closes it, when its queues are closed. Throws
 * `store_unavailable` where there is no such folder, and `store_unsupported` where the file is damaged or no SQLite file.
 */
export function openSqlite(path: string): DatabaseSync {
  try {
    if (path !== ":memory:") closeSync(openSync(path, "a", 0o600));
    const db = new DatabaseSync(path, { timeout: lockWaitMs });
    db.exec("PRAGMA journal_mode = TRUNCATE");
    return db;
  } catch (cause) {
    throw isDamaged(cause)
      ? new QueueError(
          "store_unsupported",
          `The file \`${path}\` is damaged, or no SQLite file: restore it from a copy, or name another one.`,
          { cause },
        )
      : new QueueError(
          "store_unavailable",
          `The file \`${path}\` could not be opened: make sure that its folder exists and can be written.`,
          { cause },
        );
  }
}

const safeJournals: ReadonlySet<unknown> = new Set(["truncate", "delete"]);

/**
 * Lets what is settled be gone, and what is pushed be there, whatever happens: deleted bytes are overwritten, and a call is
 * answered when the disk has it. Throws `invalid_argument` for a journal that keeps what was deleted, or is none.
 */
export function keepPromises(db: DatabaseSync): void {
  db.exec("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA");
  if (db.location() === null) return;
  const mode = db.prepare("PRAGMA journal_mode").get()?.["journal_mode"];
  if (safeJournals.has(mode)) return;
  throw invalid(
    `Expected a database with the journal mode \`truncate\`, got \`${String(mode)}\`: use openSqlite().`,
  );
}

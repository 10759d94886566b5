import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { MemoryError } from "../errors.ts";
import { adviceOn, isDamaged } from "./sqlite-error.ts";

/**
 * Opens a database file of which `forget` leaves no trace: deleted text is overwritten with zeros, and the journal is
 * emptied after every transaction. A new file is readable by its owner alone. The caller closes it. Throws
 * `store_unavailable`.
 */
export function openSqlite(path: string): DatabaseSync {
  try {
    if (path !== ":memory:") closeSync(openSync(path, "a", 0o600));
    const db = new DatabaseSync(path, { timeout: 5_000 });
    db.exec("PRAGMA journal_mode = TRUNCATE; PRAGMA temp_store = MEMORY;");
    return db;
  } catch (cause) {
    throw new MemoryError(
      "store_unavailable",
      `The database \`${path}\` could not be opened: ${adviceOn(cause)}.`,
      { cause, retryable: !isDamaged(cause) },
    );
  }
}

const tracelessJournals: ReadonlySet<unknown> = new Set(["truncate", "delete", "memory"]);

/** Throws `invalid_argument` for a write-ahead log or a persistent journal, which would keep what was deleted. */
export function leaveNoTrace(db: DatabaseSync): void {
  db.exec("PRAGMA secure_delete = ON");
  const mode = db.prepare("PRAGMA journal_mode").get()?.["journal_mode"];
  if (tracelessJournals.has(mode)) return;
  throw new MemoryError(
    "invalid_argument",
    `The journal mode \`${String(mode)}\` keeps deleted text in a file: use openSqlite(), or PRAGMA journal_mode = TRUNCATE.`,
  );
}

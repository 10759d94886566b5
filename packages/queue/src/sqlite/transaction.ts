import type { DatabaseSync } from "node:sqlite";

/** Runs work that may write, whole or not at all. It takes the lock first: one that has read could not get it later. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

import type { DatabaseSync } from "node:sqlite";

/**
 * Runs the work in a transaction. `IMMEDIATE` takes the write lock at once: one that begins with reading could not get
 * it later.
 */
export function transaction<T>(db: DatabaseSync, mode: "DEFERRED" | "IMMEDIATE", work: () => T): T {
  db.exec(`BEGIN ${mode}`);
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

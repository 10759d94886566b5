import type { DatabaseSync } from "node:sqlite";

/** Counts what was deleted since the file was last rewritten. Without a row, nothing was. */
const schema = `
CREATE TABLE IF NOT EXISTS tgmem_wipe (id INTEGER PRIMARY KEY CHECK (id = 1), owed INTEGER NOT NULL) STRICT`;

export interface Wipe {
  /** Notes, in the transaction that deletes, that the file has to be rewritten. */
  owe(): void;
  /**
   * Rewrites the file without what was deleted, if that is owed: now, or because an earlier call could not do it. Zeros
   * alone are not enough: when SQLite moves rows between pages, copies of them stay in the unused part of a page. Takes
   * about as long as copying the file, and as much room on the disk.
   */
  wipe(): void;
}

/** The store and the archive of one file share what is owed, so that a forget of both rewrites it once. */
export function wipeOf(db: DatabaseSync): Wipe {
  db.exec(schema);
  const owed = db.prepare("SELECT owed FROM tgmem_wipe");
  const owe = db.prepare(
    "INSERT INTO tgmem_wipe VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET owed = owed + 1",
  );
  // Only what was owed before: another process may have deleted more meanwhile.
  const done = db.prepare("DELETE FROM tgmem_wipe WHERE owed = ?");
  const inFile = db.location() !== null;
  return {
    owe: () => void (inFile && owe.run()),
    wipe() {
      const row = owed.get();
      if (!row) return;
      db.exec("VACUUM");
      done.run(Number(row["owed"]));
    },
  };
}

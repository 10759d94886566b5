import type { DatabaseSync } from "node:sqlite";
import { Changes } from "./changes.ts";
import { GroupCommit } from "./group-commit.ts";

/** What the queues of one file share. */
export interface SqliteFile {
  readonly commits: GroupCommit;
  readonly changes: Changes;
}

const files = new WeakMap<DatabaseSync, SqliteFile>();

export function sqliteFile(db: DatabaseSync): SqliteFile {
  const known = files.get(db);
  if (known) return known;
  const file = { commits: new GroupCommit(db), changes: new Changes(db) };
  files.set(db, file);
  return file;
}

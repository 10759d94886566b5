import type { DatabaseSync } from "node:sqlite";
import { QueueError } from "../errors.ts";

/** Counts up where an older release would misread the tables. */
const version = 1;

const tables = `
CREATE TABLE IF NOT EXISTS tgmem_queue_version (version INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_queue (
  queue INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  pushed INTEGER NOT NULL DEFAULT 0,
  ended INTEGER NOT NULL DEFAULT 0,
  buried INTEGER NOT NULL DEFAULT 0,
  acknowledged INTEGER NOT NULL DEFAULT 0,
  options TEXT NOT NULL DEFAULT '{}',
  options_till INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_queue_job (
  queue INTEGER NOT NULL,
  lane TEXT NOT NULL,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  slot INTEGER NOT NULL,
  pushed_at INTEGER NOT NULL,
  not_before INTEGER,
  PRIMARY KEY (queue, lane, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tgmem_queue_lane (
  queue INTEGER NOT NULL,
  lane TEXT NOT NULL,
  kind TEXT NOT NULL,
  at REAL NOT NULL,
  nonce TEXT NOT NULL,
  PRIMARY KEY (queue, lane)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tgmem_queue_lane_at ON tgmem_queue_lane (queue, kind, at, lane);
CREATE TABLE IF NOT EXISTS tgmem_queue_letter (
  queue INTEGER NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  lane TEXT NOT NULL,
  slot INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  reason TEXT NOT NULL,
  pushed_at INTEGER,
  buried_at INTEGER NOT NULL,
  PRIMARY KEY (queue, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tgmem_queue_letter_lane ON tgmem_queue_letter (queue, lane, number);
CREATE TABLE IF NOT EXISTS tgmem_queue_slot (
  slot INTEGER PRIMARY KEY,
  size INTEGER NOT NULL,
  free INTEGER NOT NULL,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS tgmem_queue_slot_free ON tgmem_queue_slot (size) WHERE free = 1;
CREATE TABLE IF NOT EXISTS tgmem_queue_seen (
  queue INTEGER NOT NULL,
  id TEXT NOT NULL,
  till INTEGER NOT NULL,
  PRIMARY KEY (queue, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tgmem_queue_seen_till ON tgmem_queue_seen (queue, till);
CREATE TABLE IF NOT EXISTS tgmem_queue_paused (
  queue INTEGER NOT NULL,
  lane TEXT NOT NULL,
  PRIMARY KEY (queue, lane)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tgmem_queue_suspect (
  queue INTEGER NOT NULL,
  lane TEXT NOT NULL,
  till INTEGER NOT NULL,
  PRIMARY KEY (queue, lane)
) STRICT, WITHOUT ROWID;`;

/**
 * Makes the tables that are not there yet, and gives the number under which they keep the queue. The caller holds the
 * transaction. Throws `store_unsupported` for the file of another program, or of a newer release.
 */
export function prepareFile(db: DatabaseSync, name: string): number {
  checkOwner(db);
  db.exec(tables);
  const found = db.prepare("SELECT version FROM tgmem_queue_version").get()?.["version"];
  if (found === undefined) db.prepare("INSERT INTO tgmem_queue_version VALUES (?)").run(version);
  else if (Number(found) > version) {
    throw new QueueError(
      "store_unsupported",
      `The file of queue ${name} was written by a newer release (version ${String(found)} of its tables, this one knows ${version}): update @tgmem/queue.`,
    );
  }
  db.prepare("INSERT OR IGNORE INTO tgmem_queue (name) VALUES (?)").run(name);
  return Number(db.prepare("SELECT queue FROM tgmem_queue WHERE name = ?").get(name)?.["queue"]);
}

/** A file that another program writes may be changed by it in any way. */
function checkOwner(db: DatabaseSync): void {
  const marked = Number(db.prepare("PRAGMA application_id").get()?.["application_id"]) !== 0;
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .all()
    .map((row) => String(row["name"]));
  const isForeign = names.length > 0 && !names.some((table) => table.startsWith("tgmem_"));
  if (!marked && !isForeign) return;
  throw new QueueError(
    "store_unsupported",
    "The file is a database of another program: give the queue a file of its own.",
  );
}

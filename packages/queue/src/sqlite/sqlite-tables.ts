import type { DatabaseSync } from "node:sqlite";
import type { LaneTables } from "../lanes/lane-tables.ts";
import { laneRows } from "./lane-rows.ts";
import { letterRows } from "./letter-rows.ts";
import { slotsOf } from "./slots.ts";

/** Old ids that are forgotten for each job that is pushed: more than come, and few enough not to hold it up. */
const forgottenAtOnce = 20;

/** What the state machine of a queue keeps, in tables of a file. The caller holds the transaction. */
export function sqliteTables(db: DatabaseSync, queue: number): LaneTables {
  const slots = slotsOf(db);
  const selectSeen = db.prepare(
    "SELECT 1 FROM tgmem_queue_seen WHERE queue = ? AND id = ? AND till > ?",
  );
  const upsertSeen = db.prepare(`
    INSERT INTO tgmem_queue_seen VALUES (?, ?, ?) ON CONFLICT (queue, id)
    DO UPDATE SET till = excluded.till`);
  const sweepSeen = db.prepare(`
    DELETE FROM tgmem_queue_seen WHERE queue = ? AND id IN (
      SELECT id FROM tgmem_queue_seen WHERE queue = ? AND till <= ? ORDER BY till LIMIT ${forgottenAtOnce})`);
  const selectPaused = db.prepare("SELECT 1 FROM tgmem_queue_paused WHERE queue = ? AND lane = ?");
  const insertPaused = db.prepare("INSERT OR IGNORE INTO tgmem_queue_paused VALUES (?, ?)");
  const deletePaused = db.prepare("DELETE FROM tgmem_queue_paused WHERE queue = ? AND lane = ?");
  const selectAllPaused = db.prepare(
    "SELECT lane FROM tgmem_queue_paused WHERE queue = ? ORDER BY lane",
  );
  const selectSuspects = db.prepare("SELECT lane, till FROM tgmem_queue_suspect WHERE queue = ?");
  const upsertSuspect = db.prepare("INSERT OR REPLACE INTO tgmem_queue_suspect VALUES (?, ?, ?)");
  const deleteSuspects = db.prepare(
    "DELETE FROM tgmem_queue_suspect WHERE queue = ? AND till <= ?",
  );

  return {
    ...laneRows(db, queue, slots),
    ...letterRows(db, queue, slots),

    isSeen: (id, now) => selectSeen.get(queue, id, now) !== undefined,
    see(ids, now, till) {
      sweepSeen.run(queue, queue, now);
      for (const id of ids) upsertSeen.run(queue, id, till);
    },

    isPaused: (lane) => selectPaused.get(queue, lane) !== undefined,
    setPaused: (lane, isPaused) =>
      (isPaused ? insertPaused : deletePaused).run(queue, lane).changes > 0,
    pausedLanes: () => selectAllPaused.all(queue).map((row) => String(row["lane"])),

    suspects: () =>
      selectSuspects.all(queue).map((row) => [String(row["lane"]), Number(row["till"])] as const),
    addSuspect(lane, now, till) {
      deleteSuspects.run(queue, now);
      upsertSuspect.run(queue, lane, till);
    },
  };
}

import type { DatabaseSync } from "node:sqlite";
import { headAt, nonceOfHead, type StoredLane, type StoredQueue } from "../stored-queue.ts";
import { keepPromises } from "./open-sqlite.ts";
import { prepareFile } from "./schema.ts";
import { queueErrorOf } from "./sqlite-error.ts";
import { sqliteTables } from "./sqlite-tables.ts";
import { transaction } from "./transaction.ts";

/** More than any queue holds, and what a statement takes for a limit. */
const all = 2_147_483_647;

function within<T>(db: DatabaseSync, name: string, work: (queue: number) => T): T {
  try {
    keepPromises(db);
    return transaction(db, () => work(prepareFile(db, name)));
  } catch (cause) {
    throw queueErrorOf(cause, name);
  }
}

/** Gives everything that the queue of this name keeps in a file, at one moment. Nobody should work with it until it is moved. */
export const dumpQueue = (db: DatabaseSync, name: string): StoredQueue =>
  within(db, name, (queue) => {
    const tables = sqliteTables(db, queue);
    const counts = db
      .prepare("SELECT buried, acknowledged FROM tgmem_queue WHERE queue = ?")
      .get(queue);
    const seen = db.prepare("SELECT id, till FROM tgmem_queue_seen WHERE queue = ? ORDER BY id");
    const paused = db.prepare("SELECT lane FROM tgmem_queue_paused WHERE queue = ? ORDER BY lane");
    const stored = (lane: string): StoredLane => {
      const place = tables.place(lane);
      const isReady = place === undefined || place.kind === "ready";
      return {
        lane,
        jobs: tables.jobs(lane, all).map(({ json, ...job }) => ({ ...job, body: json })),
        ...(!isReady && { head: headAt(place.kind, place.nonce, place.at) }),
      };
    };
    return {
      lanes: (["ready", "leased", "due"] as const)
        .flatMap((kind) => tables.lanesAt(kind, { most: all }))
        .map(stored),
      letters: tables.letters({ most: all }),
      buried: Number(counts?.["buried"]),
      acknowledged: Number(counts?.["acknowledged"]),
      seen: seen.all(queue).map(({ id, till }) => ({ id: String(id), tillMs: Number(till) })),
      paused: paused.all(queue).map(({ lane }) => String(lane)),
    };
  });

/** Puts into a file, all at once, what a queue of this name kept elsewhere. The file MUST hold nothing of it. */
export const loadQueue = (db: DatabaseSync, name: string, stored: StoredQueue): void =>
  within(db, name, (queue) => {
    const tables = sqliteTables(db, queue);
    const count = db.prepare("UPDATE tgmem_queue SET buried = ?, acknowledged = ? WHERE queue = ?");
    for (const { lane, jobs, head } of stored.lanes) {
      for (const { body: json, ...job } of jobs) tables.addJob({ ...job, json });
      tables.put(
        lane,
        head ? { kind: "due", at: head.dueMs, nonce: nonceOfHead(head) } : { kind: "ready" },
      );
    }
    for (const { number, ...letter } of stored.letters) {
      count.run(number - 1, 0, queue);
      tables.addLetter(letter);
    }
    count.run(stored.buried, stored.acknowledged, queue);
    for (const { id, tillMs } of stored.seen) tables.see([id], 0, tillMs);
    for (const lane of stored.paused) tables.setPaused(lane, true);
  });

import type { DatabaseSync } from "node:sqlite";
import type { LaneTables, Place } from "../lanes/lane-tables.ts";
import type { LaneEntry } from "../on-store/lane-store.ts";
import { readSlot, type Slots } from "./slots.ts";

type Row = Readonly<Record<string, unknown>>;

function entryOf(lane: string, row: Row): LaneEntry {
  const notBefore = row["not_before"];
  return {
    id: String(row["id"]),
    lane,
    json: readSlot(row["json"]),
    pushedAtMs: Number(row["pushed_at"]),
    ...(notBefore === null ? {} : { notBeforeMs: Number(notBefore) }),
  };
}

function placeOf(row: Row): Place {
  const kind = row["kind"];
  if (kind !== "leased" && kind !== "due") return { kind: "ready" };
  return { kind, at: Number(row["at"]), nonce: String(row["nonce"]) };
}

type LaneRows = Pick<
  LaneTables,
  | "head"
  | "jobs"
  | "addJob"
  | "dropJob"
  | "hasJobs"
  | "depth"
  | "place"
  | "put"
  | "unplace"
  | "lanesAt"
  | "count"
  | "firstTime"
>;

/** Prepares what is said of jobs and of the places of lanes. The caller holds the transaction. */
export function laneRows(db: DatabaseSync, queue: number, slots: Slots): LaneRows {
  const selectJobs = db.prepare(`
    SELECT id, pushed_at, not_before, json FROM tgmem_queue_job JOIN tgmem_queue_slot USING (slot)
    WHERE queue = ? AND lane = ? ORDER BY seq LIMIT ?`);
  const selectFirst = db.prepare(
    "SELECT seq, slot FROM tgmem_queue_job WHERE queue = ? AND lane = ? ORDER BY seq LIMIT 1",
  );
  const selectNamed = db.prepare(
    "SELECT seq, slot FROM tgmem_queue_job WHERE queue = ? AND lane = ? AND id = ? ORDER BY seq LIMIT 1",
  );
  const insertJob = db.prepare("INSERT INTO tgmem_queue_job VALUES (?, ?, ?, ?, ?, ?, ?)");
  const deleteJob = db.prepare(
    "DELETE FROM tgmem_queue_job WHERE queue = ? AND lane = ? AND seq = ?",
  );
  const countPush = db.prepare(
    "UPDATE tgmem_queue SET pushed = pushed + 1 WHERE queue = ? RETURNING pushed",
  );
  const countEnd = db.prepare("UPDATE tgmem_queue SET ended = ended + 1 WHERE queue = ?");
  const selectDepth = db.prepare("SELECT pushed - ended AS depth FROM tgmem_queue WHERE queue = ?");
  const selectPlace = db.prepare(
    "SELECT kind, at, nonce FROM tgmem_queue_lane WHERE queue = ? AND lane = ?",
  );
  const upsertPlace = db.prepare(`
    INSERT INTO tgmem_queue_lane VALUES (?, ?, ?, ?, ?) ON CONFLICT (queue, lane)
    DO UPDATE SET kind = excluded.kind, at = excluded.at, nonce = excluded.nonce`);
  const deletePlace = db.prepare("DELETE FROM tgmem_queue_lane WHERE queue = ? AND lane = ?");
  const selectLanes = db.prepare(
    "SELECT lane FROM tgmem_queue_lane WHERE queue = ? AND kind = ? AND at <= ? ORDER BY at, lane LIMIT ?",
  );
  const selectCount = db.prepare(
    "SELECT count(*) AS count FROM tgmem_queue_lane WHERE queue = ? AND kind = ?",
  );
  const selectMin = db.prepare(
    "SELECT min(at) AS at FROM tgmem_queue_lane WHERE queue = ? AND kind = ?",
  );
  const selectMax = db.prepare(
    "SELECT max(at) AS at FROM tgmem_queue_lane WHERE queue = ? AND kind = 'ready'",
  );

  const jobs = (lane: string, limit: number) =>
    selectJobs.all(queue, lane, limit).map((row) => entryOf(lane, row));

  return {
    head(lane) {
      const row = selectJobs.get(queue, lane, 1);
      return row && entryOf(lane, row);
    },
    jobs,
    addJob({ lane, id, json, pushedAtMs = 0, notBeforeMs = null }) {
      const seq = Number(countPush.get(queue)?.["pushed"]);
      insertJob.run(queue, lane, seq, id, slots.write(json), pushedAtMs, notBeforeMs);
    },
    dropJob(lane, id) {
      const row =
        id === undefined ? selectFirst.get(queue, lane) : selectNamed.get(queue, lane, id);
      if (!row) return false;
      deleteJob.run(queue, lane, Number(row["seq"]));
      slots.erase(Number(row["slot"]));
      countEnd.run(queue);
      return true;
    },
    hasJobs: (lane) => selectFirst.get(queue, lane) !== undefined,
    depth: () => Number(selectDepth.get(queue)?.["depth"]),

    place(lane) {
      const row = selectPlace.get(queue, lane);
      return row && placeOf(row);
    },
    put(lane, place) {
      if (place.kind !== "ready") {
        upsertPlace.run(queue, lane, place.kind, place.at, place.nonce);
      } else {
        const last = Number(selectMax.get(queue)?.["at"] ?? 0);
        upsertPlace.run(queue, lane, "ready", last + 1, "");
      }
    },
    unplace: (lane) => void deletePlace.run(queue, lane),
    lanesAt: (kind, { most, till = Infinity }) =>
      selectLanes.all(queue, kind, till, most).map((row) => String(row["lane"])),
    count: (kind) => Number(selectCount.get(queue, kind)?.["count"]),
    firstTime: (kind) => Number(selectMin.get(queue, kind)?.["at"] ?? Infinity),
  };
}

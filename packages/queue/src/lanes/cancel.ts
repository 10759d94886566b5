import type { Outcome } from "../queue.ts";
import type { LaneTables } from "./lane-tables.ts";
import { drop } from "./moves.ts";

/** Takes a job that waits out of its lane. */
export function cancel(tables: LaneTables, lane: string, id: string): Outcome {
  const place = tables.place(lane);
  if (place && place.kind !== "ready" && tables.head(lane)?.id === id) {
    if (place.kind === "leased") return "stale";
    drop(tables, lane);
    return "done";
  }
  if (!tables.dropJob(lane, id)) return "gone";
  if (!tables.hasJobs(lane)) tables.unplace(lane);
  return "done";
}

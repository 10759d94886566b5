import { everything } from "../arguments.ts";
import type { LaneEntry } from "../on-store/lane-store.ts";
import type { LaneTables } from "./lane-tables.ts";

/** Whether nothing is handed out. The name of no lane, the empty one, says so. */
export const isAllPaused = (tables: LaneTables): boolean => tables.isPaused(everything);

/** Says until when a lane may not be handed out: for ever while it is paused, or until the time of its head. */
export function heldTill(
  tables: LaneTables,
  { lane, notBeforeMs = 0 }: LaneEntry,
  now: number,
): number | undefined {
  if (tables.isPaused(lane)) return Infinity;
  return notBeforeMs > now ? notBeforeMs : undefined;
}

/** Whoever meets a paused lane puts it aside. Says whether the lane was not paused before. */
export const pause = (tables: LaneTables, lane: string): boolean => tables.setPaused(lane, true);

/** Says whether the lane was paused. */
export function resume(tables: LaneTables, lane: string, now: number): boolean {
  const place = tables.place(lane);
  if (place?.kind === "due" && place.at === Infinity) tables.put(lane, { ...place, at: now });
  return tables.setPaused(lane, false);
}

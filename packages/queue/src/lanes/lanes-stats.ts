import { isLane } from "../arguments.ts";
import type { QueueStats } from "../queue.ts";
import type { LaneTables, PlaceKind } from "./lane-tables.ts";
import { isAllPaused } from "./pause.ts";

/** Lanes of each kind whose heads are looked at for the oldest job. */
const sample = 10;
const kinds: readonly PlaceKind[] = ["ready", "leased", "due"];

export const lanesStats = (tables: LaneTables, now: number): QueueStats => ({
  depth: tables.depth(),
  inFlight: tables.count("leased"),
  waiting: tables.count("due"),
  ready: tables.count("ready"),
  deadLetters: tables.letterCount(),
  oldestMs: oldestMs(tables, now),
  paused: tables.pausedLanes().filter(isLane).length,
  isPaused: isAllPaused(tables),
});

function oldestMs(tables: LaneTables, now: number): number {
  const looked = kinds.flatMap((kind) => tables.lanesAt(kind, { most: sample }));
  const mayRunAt = looked.map((lane) => {
    const { pushedAtMs = now, notBeforeMs = pushedAtMs } = tables.head(lane) ?? {};
    return notBeforeMs;
  });
  return now - Math.min(now, ...mayRunAt);
}

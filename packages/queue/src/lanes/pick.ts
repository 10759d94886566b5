import type { LaneTables } from "./lane-tables.ts";

interface Picked {
  /** Their lease has ended, or their time has come. */
  readonly late: readonly string[];
  /** They are ready. */
  readonly fresh: readonly string[];
}

export interface PickSizes {
  readonly max: number;
  readonly maxInFlight: number;
  /** Takes count up, so that lanes take turns by it. */
  readonly number: number;
}

/**
 * Which lanes a take hands out. The in-flight limit is for those that are not in flight yet. Half of the batch is for leases
 * that have ended, half of the other places for lanes that have waited, the rest for ready ones, unless there are too few
 * of the others. Where a half is not whole, they take turns, so that a take of one job starves nobody.
 */
export function pick(
  tables: LaneTables,
  now: number,
  { max, maxInFlight, number }: PickSizes,
): Picked {
  const free = maxInFlight > 0 ? Math.max(0, maxInFlight - tables.count("leased")) : Infinity;
  const over = tables.lanesAt("leased", { most: max, till: now });
  const most = Math.min(max, free);
  const fallenDue = tables.lanesAt("due", { most, till: now });
  const ready = tables.lanesAt("ready", { most });
  const others = Math.min(fallenDue.length + ready.length, free);
  const ended = over.slice(0, Math.max(half(max, number), max - others));
  const places = Math.min(max - ended.length, free);
  const turn = Math.floor(number / 2);
  const waited = fallenDue.slice(0, Math.max(half(places, turn), places - ready.length));
  return { late: [...ended, ...waited], fresh: ready.slice(0, places - waited.length) };
}

const half = (count: number, turn: number): number => Math.floor((count + (turn % 2)) / 2);

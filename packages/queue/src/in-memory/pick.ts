import type { LanesState } from "./lanes-state.ts";
import { untilNow } from "./times.ts";

export interface Picked {
  /** Their lease has ended, or their time has come. */
  readonly late: readonly string[];
  /** How many ready ones there is room for. */
  readonly want: number;
}

/** Which lanes a take hands out. The in-flight limit is for those that are not in flight yet. */
export function pick(
  { ready, leases, due }: LanesState,
  {
    now,
    max,
    maxInFlight,
  }: { readonly now: number; readonly max: number; readonly maxInFlight: number },
): Picked {
  const free = maxInFlight > 0 ? Math.max(0, maxInFlight - leases.size) : Infinity;
  let over = untilNow(leases, now).slice(0, max);
  let fallenDue = untilNow(due, now).slice(0, Math.min(max - over.length, free));
  // Late lanes get at most half of a batch while others are ready.
  const runnable = Math.min(ready.length, free - fallenDue.length);
  const share = Math.max(Math.ceil(max / 2), max - runnable);
  over = over.slice(0, share);
  fallenDue = fallenDue.slice(0, share - over.length);
  return {
    late: [...over, ...fallenDue],
    want: Math.min(max - over.length, free) - fallenDue.length,
  };
}

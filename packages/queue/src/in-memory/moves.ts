import type { Entry, LaneEntry } from "../on-store/lane-store.ts";
import { formatNonce, type ParsedNonce, parseNonce } from "../receipt.ts";
import { type LanesState, untried } from "./lanes-state.ts";

// How a lane goes from one place to another.

export function append(state: LanesState, entry: LaneEntry): void {
  const { lanes, ready } = state;
  const { lane: name, notBeforeMs } = entry;
  const lane = lanes.get(name);
  if (lane) lane.push(entry);
  else {
    lanes.set(name, [entry]);
    if (notBeforeMs === undefined) ready.push(name);
    else wait(state, name, untried, { until: notBeforeMs });
  }
  state.pushed++;
}

export function lease(
  state: LanesState,
  lane: string,
  nonce: string,
  { until }: { readonly until: number },
): Entry {
  state.heads.set(lane, nonce);
  state.leases.set(lane, until);
  state.due.delete(lane);
  return { ...headOf(state, lane), attempt: parseNonce(nonce).attempt, nonce };
}

export function wait(
  { leases, due, heads }: LanesState,
  lane: string,
  head: ParsedNonce,
  { until }: { readonly until: number },
): void {
  leases.delete(lane);
  due.set(lane, until);
  heads.set(lane, formatNonce(head));
}

/** The lane goes on with its next job. */
export function drop(state: LanesState, lane: string): void {
  const { lanes, ready, leases, due, heads } = state;
  const entries = lanes.get(lane) ?? [];
  entries.shift();
  leases.delete(lane);
  due.delete(lane);
  heads.delete(lane);
  state.ended++;
  if (entries.length > 0) ready.push(lane);
  else lanes.delete(lane);
}

export function headOf(state: LanesState, lane: string): LaneEntry {
  const head = state.lanes.get(lane)?.[0];
  if (!head) throw new Error("A lane in flight has no job."); // The invariant is broken.
  return head;
}

import type { Outcome } from "../queue.ts";
import type { LanesState } from "./lanes-state.ts";
import { drop } from "./moves.ts";

/** Takes a job that waits out of its lane. */
export function cancel(state: LanesState, lane: string, id: string): Outcome {
  const { lanes, ready, leases, due } = state;
  const entries = lanes.get(lane) ?? [];
  const at = entries.findIndex((entry) => entry.id === id);
  if (at < 0) return "gone";
  if (at === 0 && leases.has(lane)) return "stale";
  if (at === 0 && due.has(lane)) {
    drop(state, lane);
    return "done";
  }
  entries.splice(at, 1);
  state.ended++;
  if (entries.length === 0) {
    lanes.delete(lane);
    ready.splice(ready.indexOf(lane), 1);
  }
  return "done";
}

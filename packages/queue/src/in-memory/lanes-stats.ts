import type { QueueStats } from "../queue.ts";
import { depthOf, type LanesState } from "./lanes-state.ts";
import { isAllPaused } from "./pause.ts";
import { byTime } from "./times.ts";

/** Lanes of each kind whose heads are looked at for the oldest job. */
const sample = 10;

export function lanesStats(state: LanesState, now: number): QueueStats {
  const { ready, leases, due, dead } = state;
  return {
    depth: depthOf(state),
    inFlight: leases.size,
    waiting: due.size,
    ready: ready.length,
    deadLetters: dead.length,
    oldestMs: oldestMs(state, now),
    paused: state.paused.size - (isAllPaused(state) ? 1 : 0),
    isPaused: isAllPaused(state),
  };
}

function oldestMs({ ready, leases, due, lanes }: LanesState, now: number): number {
  const kinds = [ready, byTime(leases).map(([lane]) => lane), byTime(due).map(([lane]) => lane)];
  const looked = kinds.flatMap((some) => some.slice(0, sample));
  const mayRunAt = looked.map((lane) => {
    const { pushedAtMs = now, notBeforeMs = pushedAtMs } = lanes.get(lane)?.[0] ?? {};
    return notBeforeMs;
  });
  return now - Math.min(now, ...mayRunAt);
}

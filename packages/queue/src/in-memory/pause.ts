import { everything } from "../arguments.ts";
import type { LanesState } from "./lanes-state.ts";

/** Whether nothing is handed out. The name of no lane, the empty one, says so. */
export const isAllPaused = ({ paused }: LanesState): boolean => paused.has(everything);

/** Says until when a lane may not be handed out: for ever while it is paused, or until the time of its head. */
export function heldTill(
  { paused, lanes }: LanesState,
  lane: string,
  now: number,
): number | undefined {
  if (paused.has(lane)) return Infinity;
  const notBeforeMs = lanes.get(lane)?.[0]?.notBeforeMs ?? now;
  return notBeforeMs > now ? notBeforeMs : undefined;
}

/** Whoever meets a paused lane puts it aside. Says whether the lane was not paused before. */
export function pause({ paused }: LanesState, lane: string): boolean {
  const isNew = !paused.has(lane);
  paused.add(lane);
  return isNew;
}

/** Says whether the lane was paused. */
export function resume({ paused, due }: LanesState, lane: string, now: number): boolean {
  if (due.get(lane) === Infinity) due.set(lane, now);
  return paused.delete(lane);
}

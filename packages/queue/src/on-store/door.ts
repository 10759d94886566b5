import { atLeast, checkLane, everything } from "../arguments.ts";
import type { LaneDoor } from "../queue.ts";
import type { Calls } from "./calls.ts";
import type { LaneStore } from "./lane-store.ts";

export function doorOn(store: LaneStore, calls: Calls): LaneDoor {
  return {
    peek: (lane, options) =>
      calls.run(async () => {
        const { limit } = options;
        atLeast(1, { limit });
        const entries = await store.peek(lane, { limit });
        return entries.map(({ json, ...entry }) => ({ ...entry, body: json }));
      }, options),
    cancel: (lane, id, options) => calls.run(() => store.cancel(lane, id), options),
    pause: (lane, options) =>
      calls.run(async () => {
        checkLane(lane);
        return store.pause(lane);
      }, options),
    resume: (lane, options) =>
      calls.run(async () => {
        checkLane(lane);
        return store.resume(lane);
      }, options),
    pauseList: (options) => calls.run(() => store.pause(everything), options),
    resumeList: (options) => calls.run(() => store.resume(everything), options),
    pausedLanes: (options) => calls.run(() => store.pausedLanes(), options),
  };
}

import { atLeast } from "../arguments.ts";
import type { DeadLetters } from "../queue.ts";
import type { Calls } from "./calls.ts";
import { chunks } from "./chunks.ts";
import type { LaneStore } from "./lane-store.ts";

export function deadLettersOn(store: LaneStore, calls: Calls): DeadLetters {
  return {
    deadLetters: (options) =>
      calls.run(async () => {
        const { limit } = options;
        atLeast(1, { limit });
        return store.deadLetters(limit);
      }, options),
    unacknowledged: (options) =>
      calls.run(async () => {
        const { limit } = options;
        atLeast(1, { limit });
        return store.unacknowledged(limit);
      }, options),
    acknowledge: (through, options) =>
      calls.run(async () => {
        atLeast(0, { through });
        await store.acknowledge(through);
      }, options),
    replay: (numbers, options) =>
      calls.run(async () => {
        for (const number of numbers) atLeast(1, { number });
        const ascending = [...new Set(numbers)].toSorted((a, b) => a - b);
        let found = 0;
        for (const some of chunks(ascending)) found += await store.replay(some);
        return found;
      }, options),
  };
}

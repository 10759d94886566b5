import { atLeast } from "../arguments.ts";
import type { DeadLetters } from "../queue.ts";
import type { Calls } from "./calls.ts";
import { chunks } from "./chunks.ts";
import type { LetterStore } from "./letter-store.ts";

export function deadLettersOn(store: LetterStore, calls: Calls): DeadLetters {
  return {
    deadLetters: (options) =>
      calls.run(async () => {
        const { after = 0, limit } = options;
        atLeast(0, { after });
        atLeast(1, { limit });
        return store.deadLetters({ after, limit });
      }, options),
    deadLetter: (number, options) =>
      calls.run(async () => {
        atLeast(1, { number });
        const [letter] = await store.deadLetters({ after: number - 1, limit: 1 });
        return letter?.number === number ? letter : null;
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
      calls.run(() => inParts(numbers, (some) => store.replay(some)), options),
    discard: (numbers, options) =>
      calls.run(() => inParts(numbers, (some) => store.discard(some)), options),
    discardLane: (lane, options) => calls.run(() => store.discardLane(lane), options),
    purge: (options) =>
      calls.run(async () => {
        const { olderThanMs } = options;
        atLeast(0, { olderThanMs });
        return store.purge(olderThanMs);
      }, options),
  };
}

/** A long list is worked off in parts, each of ascending numbers. */
async function inParts(
  numbers: readonly number[],
  work: (some: readonly number[]) => Promise<number>,
): Promise<number> {
  for (const number of numbers) atLeast(1, { number });
  const ascending = [...new Set(numbers)].toSorted((a, b) => a - b);
  let found = 0;
  for (const some of chunks(ascending)) found += await work(some);
  return found;
}

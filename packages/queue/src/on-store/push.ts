import { checkJobs, checkLength, maxItems, type QueueRules } from "../arguments.ts";
import type { NewJob, Producer } from "../queue.ts";
import { batcher, type Bounds } from "./batcher.ts";
import { encodeBody } from "./body.ts";
import type { Calls } from "./calls.ts";
import type { LaneStore, NewEntry } from "./lane-store.ts";

/** Bodies that share a round trip are bounded together, because their script holds up Redis: these for some 15 ms. */
const shared: Bounds<NewEntry> = {
  maxItems,
  maxLength: 2_000_000,
  lengthOf: ({ json }) => json.length,
};

export function pushOn<T>(
  store: LaneStore,
  calls: Calls,
  { maxDepth }: Pick<QueueRules, "maxDepth">,
): Producer<T>["push"] {
  /** Says of each entry whether it was a duplicate. */
  async function pushEntries(entries: readonly NewEntry[]): Promise<readonly boolean[]> {
    const isDuplicate = entries.map(() => false);
    for (const index of await calls.within(store.push(entries))) isDuplicate[index] = true;
    return isDuplicate;
  }

  // At a depth limit a neighbour's jobs could make the push of another caller fail: each goes alone.
  const pushShared = maxDepth === 0 ? batcher(shared, pushEntries) : pushEntries;

  return async (jobs, options = {}) => {
    calls.begin(options);
    checkJobs(jobs);
    if (jobs.length === 0) return [];
    const entries = jobs.map(entryOf);
    checkLength(lengthOf(entries));
    const isDuplicate = await calls.share(pushShared(entries), options);
    return jobs.filter((_, index) => isDuplicate[index]).map(({ id }) => id);
  };
}

function lengthOf(entries: readonly NewEntry[]): number {
  let length = 0;
  for (const { json } of entries) length += json.length;
  return length;
}

const entryOf = ({ id, lane, body, aliases = [], delayMs = 0 }: NewJob<unknown>): NewEntry => ({
  id,
  lane,
  json: encodeBody(body),
  aliases,
  delayMs,
});

import { script } from "../script.ts";
import { scanLanes } from "../scripts/repair.ts";
import type { Transport } from "../transport.ts";

/** Entries that one round trip reads. */
const slice = 1_000;

type Page = [cursor: string, entries: string[]];
const scanKeys = script<Page>(scanLanes);

export interface QueueKeys {
  readonly prefix: string;
  readonly ready: string;
  readonly leases: string;
  readonly due: string;
  readonly heads: string;
}

/**
 * The lanes that are not as they must be, as far as one can tell from a queue that others work with meanwhile: it is read
 * in slices, at different moments, so some of them are well.
 */
export async function findBroken(
  ask: Transport["once"],
  { prefix, ready: readyKey, leases, due, heads }: QueueKeys,
): Promise<Set<string>> {
  const broken = new Set<string>();
  const ready = new Set<string>();
  for await (const lane of slices((from) =>
    ask((redis) => redis.lrange(readyKey, from, from + slice - 1)),
  )) {
    if (ready.has(lane)) broken.add(lane);
    if (lane !== "") ready.add(lane); // An empty one wakes takers, and is no lane.
  }
  const timed = new Set<string>();
  for (const key of [leases, due])
    for await (const [lane] of pairs((cursor) =>
      ask((redis) => redis.zscan(key, cursor, "COUNT", slice)),
    )) {
      if (ready.has(lane) || timed.has(lane)) broken.add(lane);
      timed.add(lane);
    }
  for await (const [lane, state] of pairs((cursor) =>
    ask((redis) => redis.hscan(heads, cursor, "COUNT", slice)),
  ))
    if (!timed.has(lane) || !/^\d+(?::\d+)?\./.test(state)) broken.add(lane);

  const withJobs = new Set<string>();
  const laneKey = `${prefix}lane:`;
  const pattern = `${laneKey.replaceAll(/[\\*?[\]]/g, String.raw`\$&`)}*`;
  for await (const key of pages((cursor) =>
    ask((redis) => scanKeys(redis, [readyKey], [cursor, pattern, slice])),
  )) {
    const lane = key.slice(laneKey.length);
    withJobs.add(lane);
    if (!ready.has(lane) && !timed.has(lane)) broken.add(lane);
  }
  for (const lanes of [ready, timed])
    for (const lane of lanes) if (!withJobs.has(lane)) broken.add(lane);
  return broken;
}

async function* slices(read: (from: number) => Promise<string[]>): AsyncGenerator<string> {
  for (let from = 0; ; from += slice) {
    const some = await read(from);
    yield* some;
    if (some.length < slice) return;
  }
}

async function* pages(read: (cursor: string) => Promise<Page>): AsyncGenerator<string> {
  for (let cursor = "0"; ;) {
    const [next, entries] = await read(cursor);
    yield* entries;
    if (next === "0") return;
    cursor = next;
  }
}

/** Pages that hold a name and a value in turns. */
async function* pairs(
  read: (cursor: string) => Promise<Page>,
): AsyncGenerator<[name: string, value: string]> {
  let name: string | undefined;
  for await (const entry of pages(read)) {
    if (name === undefined) name = entry;
    else {
      yield [name, entry];
      name = undefined;
    }
  }
}

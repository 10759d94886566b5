import { headAt, nonceOfHead, type StoredLane, type StoredQueue } from "../stored-queue.ts";
import type { RedisClient } from "./client.ts";
import { keyPrefix } from "./key-prefix.ts";
import { elementOf, keptLetterOf, laneEntryOf, letterOf } from "./replies.ts";
import { script } from "./script.ts";
import { scanLanes } from "./scripts/repair.ts";

/** Commands that are on their way at once, and entries that one of them carries. */
const slice = 500;

const scanKeys = script<[cursor: string, keys: string[]]>(scanLanes);

/**
 * Gives everything that the queue of this name keeps in Redis. Nobody may work with it until it is moved, and it should be repaired
 * before.
 */
export async function dumpQueue(redis: RedisClient, name: string): Promise<StoredQueue> {
  const prefix = keyPrefix(name);
  const [ready, leased, due, heads, paused, letters, counts] = await Promise.all([
    redis.lrange(`${prefix}ready`, "0", "-1"),
    redis.zrange(`${prefix}leases`, "0", "-1"),
    redis.zrange(`${prefix}due`, "0", "-1", "WITHSCORES"),
    redis.hgetall(`${prefix}heads`),
    redis.smembers(`${prefix}paused`),
    redis.zrange(`${prefix}letters`, "0", "-1"),
    redis.hmget(`${prefix}stats`, "dead", "reported"),
  ]);
  const stored = async (lane: string, head?: StoredLane["head"]): Promise<StoredLane> => {
    const elements = await redis.lrange(`${prefix}lane:${lane}`, "0", "-1");
    const jobs = elements.map((element) => {
      const { json, ...job } = laneEntryOf(lane, element);
      return { ...job, body: json };
    });
    return { lane, jobs, ...(head && { head }) };
  };
  const nonce = (lane: string) => heads[lane] ?? "0.";
  const waiting = due.flatMap((lane, at) => (at % 2 === 0 ? [[lane, due[at + 1]] as const] : []));
  return {
    lanes: [
      // An empty one wakes takers, and is no lane.
      ...(await inSlices(
        ready.filter((lane) => lane !== ""),
        (lane) => stored(lane),
      )),
      ...(await inSlices(leased, (lane) => stored(lane, headAt("leased", nonce(lane), 0)))),
      ...(await inSlices(waiting, ([lane, at = "0"]) =>
        stored(lane, headAt("due", nonce(lane), at === "inf" ? Infinity : Number(at))),
      )),
    ],
    letters: letters.map(letterOf).filter((letter) => letter !== null),
    buried: Number(counts[0]),
    acknowledged: Number(counts[1]),
    seen: await seenIn(redis, prefix),
    paused: paused.toSorted(),
  };
}

async function seenIn(redis: RedisClient, prefix: string): Promise<StoredQueue["seen"]> {
  const begin = `${prefix}seen:`;
  const pattern = `${begin.replaceAll(/[\\*?[\]]/g, String.raw`\$&`)}*`;
  const keys = new Set<string>();
  for (let cursor = "0"; ;) {
    const [next, some] = await scanKeys(redis, [`${prefix}ready`], [cursor, pattern, slice]);
    for (const key of some) keys.add(key);
    if (next === "0") break;
    cursor = next;
  }
  const seen = await inSlices([...keys].toSorted(), async (key) => ({
    id: key.slice(begin.length),
    tillMs: await redis.pexpiretime(key),
  }));
  return seen.filter(({ tillMs }) => tillMs > 0);
}

/**
 * Puts into Redis what a queue of this name kept elsewhere. Redis MUST hold nothing of it, and nobody may work with it before the
 * promise resolves: what was broken off is to be removed, and begun again.
 */
export async function loadQueue(
  redis: RedisClient,
  name: string,
  { lanes, letters, seen, paused, buried, acknowledged }: StoredQueue,
): Promise<void> {
  const prefix = keyPrefix(name);
  await inSlices(seen, ({ id, tillMs }) => redis.set(`${prefix}seen:${id}`, "", "PXAT", tillMs));
  await inSlices(lanes, async ({ lane, jobs, head }) => {
    const elements = jobs.map(({ body: json, ...job }) => elementOf({ ...job, json }));
    for (let at = 0; at < elements.length; at += slice)
      await redis.rpush(`${prefix}lane:${lane}`, ...elements.slice(at, at + slice));
    if (!head) return;
    const at = head.dueMs === Infinity ? "+inf" : head.dueMs;
    await redis.zadd(`${prefix}due`, at, lane);
    await redis.hset(`${prefix}heads`, lane, nonceOfHead(head));
  });
  const ready = lanes.filter(({ head }) => !head).map(({ lane }) => lane);
  for (let at = 0; at < ready.length; at += slice)
    await redis.rpush(`${prefix}ready`, ...ready.slice(at, at + slice));
  await inSlices(letters, (letter) =>
    redis.zadd(`${prefix}letters`, letter.number, keptLetterOf(letter)),
  );
  if (paused.length > 0) await redis.sadd(`${prefix}paused`, ...paused);
  const depth = lanes.reduce((sum, { jobs }) => sum + jobs.length, 0);
  await redis.hset(`${prefix}stats`, { in: depth, dead: buried, reported: acknowledged });
}

async function inSlices<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (let at = 0; at < all.length; at += slice)
    done.push(...(await Promise.all(all.slice(at, at + slice).map(work))));
  return done;
}

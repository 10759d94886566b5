import type { Redis } from "ioredis";
import type { Queue } from "../../queue.ts";

const keyOf = (name: string) => (kind: string) => `q:{${name}}:${kind}`;

/** Lane → its elements, of all lanes that hold any. */
export async function lanesOf(redis: Redis, name: string): Promise<Record<string, string[]>> {
  const beginning = keyOf(name)("lane:");
  const lanes: Record<string, string[]> = {};
  for (const key of (await redis.keys(`${beginning}*`)).toSorted())
    lanes[key.slice(beginning.length)] = await redis.lrange(key, 0, -1);
  return lanes;
}

/** What is not as it must be between two commands. */
export async function faultsOf(redis: Redis, name: string): Promise<string[]> {
  const key = keyOf(name);
  const lanes = await lanesOf(redis, name);
  const ready = (await redis.lrange(key("ready"), 0, -1)).filter((lane) => lane !== "");
  const timed = [
    ...(await redis.zrange(key("leases"), "0", "-1")),
    ...(await redis.zrange(key("due"), "0", "-1")),
  ];
  const heads = await redis.hgetall(key("heads"));
  const [pushed = 0, ended = 0] = (await redis.hmget(key("stats"), "in", "out")).map(Number);
  const places = [...ready, ...timed];
  const jobs = Object.values(lanes).flat().length;
  return [
    ...Object.keys(lanes).flatMap((lane) => {
      const count = places.filter((place) => place === lane).length;
      return count === 1 ? [] : [`${lane} stands in ${count} places`];
    }),
    ...places.flatMap((lane) => (lane in lanes ? [] : [`${lane} has a place and no job`])),
    ...Object.entries(heads).flatMap(([lane, state]) =>
      timed.includes(lane) && /^\d+(?::\d+)?\./.test(state)
        ? []
        : [`${lane} has the head ${state}`],
    ),
    ...(pushed - ended === jobs ? [] : [`the depth is ${pushed - ended}, of ${jobs} jobs`]),
  ];
}

/** Takes and settles until nothing comes any more. Gives the ids in the order of their lanes. */
export async function drain(
  queue: Queue<number>,
  { handOff }: { readonly handOff: boolean },
): Promise<Record<string, string[]>> {
  const handed: Record<string, string[]> = {};
  for (;;) {
    const jobs = await queue.take({ max: 3, leaseMs: 1_000, waitMs: 0 });
    if (jobs.length === 0) return handed;
    if (new Set(jobs.map(({ lane }) => lane)).size < jobs.length)
      throw new Error("A take handed out two jobs of one lane.");
    for (const { lane, id, receipt } of jobs) {
      const claimed = handOff ? await queue.claim(lane, id, { leaseMs: 1_000 }) : null;
      const [outcome] = await queue.settle([claimed?.receipt ?? receipt]);
      if (outcome !== "done") throw new Error(`A job that was handed out was ${outcome}.`);
      (handed[lane] ??= []).push(id);
    }
  }
}

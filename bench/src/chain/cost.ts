import type { Redis } from "ioredis";
import { cpuMsOf } from "../cpu.ts";
import type { World } from "./world.ts";

export type Cost = Readonly<Record<string, number>>;

/** Does the work and tells what it cost, a message: ms of CPU by process, and calls of scripts, which are our round trips to Redis. */
export async function costOf<T>(
  { pids, redis }: Pick<World, "pids" | "redis">,
  messages: number,
  work: () => Promise<T>,
): Promise<{ result: T; cost: Cost }> {
  const before = await measure(pids, redis);
  const result = await work();
  const after = await measure(pids, redis);
  const spent = Object.entries(after).map(([name, value]) => [
    name,
    (value - (before[name] ?? 0)) / messages,
  ]);
  return { result, cost: Object.fromEntries(spent) };
}

async function measure(pids: World["pids"], redis: Redis): Promise<Record<string, number>> {
  const cpu = await Promise.all(
    Object.entries(pids).map(async ([name, ids]) => [name, await cpuMsOf(ids)] as const),
  );
  const calls = /cmdstat_evalsha:calls=(\d+)/.exec(await redis.info("commandstats"))?.[1];
  return { ...Object.fromEntries(cpu), "redis scripts": Number(calls ?? 0) };
}

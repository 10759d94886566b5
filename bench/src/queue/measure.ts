import type { Redis } from "ioredis";

/** What a job cost, and how many there were a second. */
export interface Measured {
  readonly perSecond: number;
  /** CPU of our processes, in µs a job. */
  readonly nodeUs: number;
  /** CPU of the Redis server, in µs a job. */
  readonly redisUs: number;
  /** Calls of scripts, each job's part. */
  readonly scripts: number;
}

export interface Work {
  readonly jobs: number;
  readonly run: () => Promise<unknown>;
  /** CPU of further processes so far, in µs. */
  readonly elsewhereUs?: () => Promise<number>;
}

export async function measure(
  redis: Redis,
  { jobs, run, elsewhereUs = async () => 0 }: Work,
): Promise<Measured> {
  await redis.config("RESETSTAT");
  const redisBefore = await redisCpuUs(redis);
  const elsewhereBefore = await elsewhereUs();
  const before = process.cpuUsage();
  const startedAt = performance.now();
  await run();
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  const elsewhere = (await elsewhereUs()) - elsewhereBefore;
  return {
    perSecond: (jobs / ms) * 1_000,
    nodeUs: (user + system + elsewhere) / jobs,
    redisUs: ((await redisCpuUs(redis)) - redisBefore) / jobs,
    scripts: (await scriptCalls(redis)) / jobs,
  };
}

async function redisCpuUs(redis: Redis): Promise<number> {
  const info = await redis.info("cpu");
  const seconds = (name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]);
  return (seconds("used_cpu_user") + seconds("used_cpu_sys")) * 1_000_000;
}

async function scriptCalls(redis: Redis): Promise<number> {
  const info = await redis.info("commandstats");
  const calls = [...info.matchAll(/cmdstat_(?:eval|evalsha|fcall)(?:_ro)?:calls=(\d+)/g)];
  return calls.reduce((sum, [, count]) => sum + Number(count), 0);
}

import { until } from "@tgmem/processes";
import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { expect, it } from "vitest";
import { consume } from "../consume/consume.ts";
import { redisQueue } from "./redis-queue.ts";

// What consumers cost that have nothing to do.

const jobs = 100;

/** The commands that a job costs while so many consumers, each with its connections, wait for jobs that come one by one. */
async function callsPerJob(redis: Redis, consumers: number) {
  const options = { name: `idle-${consumers}`, schema: { parse: Number } };
  const stop = new AbortController();
  const shares: number[] = [];
  let handled = 0;
  const queues = Array.from({ length: consumers }, () => redisQueue(redis, options));
  const runs = queues.map((queue, index) =>
    consume(queue, async () => {
      handled++;
      shares[index] = (shares[index] ?? 0) + 1;
    }).run({ signal: stop.signal }),
  );
  const sleeping = async () =>
    Number(/blocked_clients:(\d+)/.exec(await redis.info("clients"))?.[1]);
  await until(async () => (await sleeping()) === consumers);
  await redis.config("RESETSTAT");
  for (let n = 1; n <= jobs; n++) {
    await queues[0]?.push([{ id: String(n), lane: String(n % 7), body: n }]);
    await until(async () => handled === n && (await sleeping()) === consumers);
  }
  const stats = await redis.info("commandstats");
  stop.abort();
  await Promise.all(runs);
  await Promise.all(queues.map((queue) => queue.close()));
  // Commands within scripts are counted too, so what the bell costs is counted by its name.
  const calls = [...stats.matchAll(/^cmdstat_(?:evalsha|blpop):calls=(\d+)/gm)];
  return { calls: calls.reduce((sum, [, count]) => sum + Number(count), 0) / jobs, shares };
}

it("sixteen consumers that wait cost no more calls than one, and take turns", async (context) => {
  const server = await ownRedis({ appendonly: false });
  context.skip(server.missing, "no redis-server");
  const redis = new Redis(server.url);
  const [alone, among] = [await callsPerJob(redis, 1), await callsPerJob(redis, 16)];
  redis.disconnect();
  await server.stop();
  expect(among.calls).toBeLessThanOrEqual(alone.calls + 2);
  expect(among.shares).toHaveLength(16);
  for (const share of among.shares) expect(share).toBeLessThanOrEqual(jobs / 8);
});

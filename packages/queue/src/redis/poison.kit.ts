import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { consume } from "../consume/consume.ts";
import { keepLeases } from "../keep-leases.ts";
import { redisQueue } from "./redis-queue.ts";

// A process that one job kills: whatever else it works on dies with it.
const [url = "", name = "", mode = "", workMs, killMs, lease] = process.argv.slice(2);
const leaseMs = Number(lease);
const redis = new Redis(url);
const handOff = mode === "hand-off";
const queue = redisQueue(redis, { name, schema: { parse: String }, handOff });

async function work({ id }: { readonly id: string }): Promise<void> {
  if (id === "poison") {
    await sleep(Number(killMs));
    process.kill(process.pid, "SIGKILL");
  }
  await sleep(Number(workMs));
  await redis.sadd("answered", id);
}

const keeper = keepLeases(queue, { leaseMs });
async function run(lane: string, id: string): Promise<void> {
  const job = await queue.claim(lane, id, { leaseMs });
  if (!job) return;
  const held = keeper.hold(job.receipt);
  await work(job);
  held.finishing();
  await queue.settle([job.receipt]);
  held.release();
}

if (handOff) {
  for (;;) for (const { lane, id } of await queue.take({ max: 50, leaseMs })) void run(lane, id);
}
await consume(queue, work, { leaseMs, concurrency: 50 }).run({
  signal: new AbortController().signal,
});

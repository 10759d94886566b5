import { Redis } from "ioredis";
import { consume } from "../consume/consume.ts";
import type { Job } from "../queue.ts";
import { redisQueue } from "./redis-queue.ts";

// A process that may be killed: it writes down what it handles, then settles it.
const [url = "", name = "", log = "", mode = ""] = process.argv.slice(2);
const leaseMs = 500;
const redis = new Redis(url, { maxRetriesPerRequest: null });
redis.on("error", () => {});
const handOff = mode === "hand-off";
const queue = redisQueue(redis, {
  name,
  schema: { parse: Number },
  maxEndedLeases: 1_000,
  handOff,
});
const handle = async ({ lane, body }: Job<number>): Promise<void> => {
  await redis.rpush(log, `${lane} ${body}`);
};

/** A run: claims what a take of any process handed out, and goes on with the lane. */
async function run(lane: string, id: string): Promise<void> {
  let job = await queue.claim(lane, id, { leaseMs });
  while (job) {
    await handle(job);
    ({ job } = await queue.next(job.receipt, { leaseMs }));
  }
}

if (handOff) {
  for (;;) {
    const jobs = await queue.take({ max: 5, leaseMs });
    await Promise.all(jobs.map(({ lane, id }) => run(lane, id)));
  }
}
await consume(queue, handle, { leaseMs, concurrency: 5 }).run({
  signal: new AbortController().signal,
});

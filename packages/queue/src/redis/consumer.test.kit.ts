import { Redis } from "ioredis";
import { consume } from "../consume.ts";
import { redisQueue } from "./redis-queue.ts";

// A process that may be killed: it writes down what it handles, then settles it.
const [url = "", name = "", log = ""] = process.argv.slice(2);
const redis = new Redis(url, { maxRetriesPerRequest: null });
redis.on("error", () => {});
const queue = redisQueue(redis, {
  name,
  schema: { parse: Number },
  maxAttempts: 1_000,
});
const handle = async ({ lane, body }: { lane: string; body: number }) => {
  await redis.rpush(log, `${lane} ${body}`);
};
await consume(queue, handle, { leaseMs: 500, concurrency: 5 }).run({
  signal: new AbortController().signal,
});

import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import { type OpenQueue, openQueue } from "./rings.kit.ts";

// After which commands a sleeping taker must look: what it would find then.

const server = await ownRedis({ appendonly: false });
const redis = new Redis(server.url);
redis.on("error", () => {});
beforeEach((context) => context.skip(server.missing, "no redis-server"));
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const rings: [what: string, run: (queue: OpenQueue) => Promise<void>][] = [
  ["a push", async ({ push }) => push("a1")],
  ["a push with a short delay", async ({ push }) => push({ id: "a1", delayMs: 4_999 })],
  [
    "a take that leaves a lane",
    async ({ push, take, hear }) => {
      await push("a1", "b1");
      await hear();
      await take(1);
    },
  ],
  [
    "a take that leaves one that soon falls due",
    async ({ push, take, queue, hear }) => {
      await push("a1");
      await queue.retry(await take(1), { delayMs: 100, reason: "busy" });
      await push("b1");
      await hear();
      await take(1);
    },
  ],
  [
    "a settle that makes the next job ready",
    async ({ push, take, queue, hear }) => {
      await push("a1", "a2");
      await hear();
      await queue.settle(await take(1));
    },
  ],
  [
    "a settle that makes room at the in-flight limit",
    async ({ push, take, queue, hear }) => {
      await push("a1", "b1", "c1", "d1");
      const [one = ""] = await take(4);
      await hear();
      await queue.settle([one]);
    },
  ],
  [
    "a retry",
    async ({ push, take, queue, hear }) => {
      await push("a1");
      await hear();
      await queue.retry(await take(1), { delayMs: 100, reason: "busy" });
    },
  ],
  [
    "a next at the end of a lane, which makes room",
    async ({ push, take, queue, hear }) => {
      await push("a1", "b1", "c1", "d1");
      const [one = ""] = await take(4);
      await hear();
      await queue.next(one, { leaseMs: 60_000 });
    },
  ],
  [
    "a next that leaves a lane to its delay",
    async ({ push, take, queue, hear }) => {
      await push("a1", { id: "a2", delayMs: 2_000 });
      const [one = ""] = await take(1);
      await hear();
      await queue.next(one, { leaseMs: 60_000 });
    },
  ],
  [
    "a claim that buries, with a job behind it",
    async ({ push, take, claim, hear }) => {
      await push("a1", "a2");
      await take(1);
      await claim("a", "a1");
      await hear();
      await claim("a", "a1");
    },
  ],
  [
    "a cancel of the job that its lane waits for",
    async ({ push, take, queue, hear }) => {
      await push("a1", "a2");
      await queue.retry(await take(1), { delayMs: 60_000, reason: "busy" });
      await hear();
      await queue.cancel("a", "a1");
    },
  ],
  [
    "a replay",
    async ({ push, take, queue, hear }) => {
      await push("a1");
      await queue.bury(await take(1), { reason: "no" });
      await hear();
      await queue.replay([1]);
    },
  ],
  [
    "a resume of a lane that was met",
    async ({ push, take, queue, hear }) => {
      await push("a1");
      await queue.pause("a");
      await take(1);
      await hear();
      await queue.resume("a");
    },
  ],
  [
    "a repair that finds a lane",
    async ({ push, queue, hear, key }) => {
      await push("a1");
      await redis.del(key("ready"));
      await hear();
      await queue.repair();
    },
  ],
];

it.each(rings)("rings after %s", async (_, run) => {
  const open = openQueue(redis);
  await run(open);
  expect(await redis.lrange(open.key("bell"), 0, -1)).toEqual([""]);
});

const silent: typeof rings = [
  [
    "a push of what is known",
    async ({ push, take, hear }) => {
      await push("a1");
      await take(1);
      await hear();
      await push("a1");
    },
  ],
  ["a push with a long delay", async ({ push }) => push({ id: "a1", delayMs: 5_000 })],
  [
    "a take that leaves nothing",
    async ({ push, take, hear }) => {
      await push("a1");
      await hear();
      await take(1);
    },
  ],
  ["a take that finds nothing", async ({ take }) => void (await take(1))],
  [
    "a take at the in-flight limit",
    async ({ push, take, hear }) => {
      await push("a1", "b1", "c1", "d1");
      await hear();
      await take(4);
    },
  ],
  [
    "an extend, and the settle of a last job",
    async ({ push, take, queue, hear }) => {
      await push("a1");
      const jobs = await take(1);
      await hear();
      await queue.extend(jobs, { leaseMs: 60_000 });
      await queue.settle(jobs);
    },
  ],
];

it.each(silent)("wakes nobody after %s", async (_, run) => {
  const open = openQueue(redis);
  await run(open);
  expect(await redis.exists(open.key("bell"))).toBe(0);
});

import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Queue } from "../queue.ts";
import { redisQueue } from "./redis-queue.ts";

// An older release kept leases in `due`, beside the lanes that wait. What it left there is still a lease.

const server = await testRedis();

describe.skipIf(server.missing)("a lease that an older release left in `due`", () => {
  const redis = new Redis(server.url);
  const prefix = randomPrefix();
  afterAll(async () => {
    await redis.del(await redis.keys(`q:{${prefix}*`));
    redis.disconnect();
  });

  const receipt = "1.old.1 a1 a";
  let queues = 0;
  let queue: Queue<number>;
  let key: (name: string) => string;
  beforeEach(async () => {
    const name = `${prefix}-${queues++}`;
    key = (last) => `q:{${name}}:${last}`;
    queue = redisQueue(redis, { name, schema: { parse: Number }, now: () => 1_000 });
    await redis.rpush(key("lane:a"), "a1 1", "a2 2");
    await redis.hset(key("heads"), "a", "1.old.1");
    await redis.zadd(key("due"), 1_000, "a");
    await redis.hset(key("stats"), "in", 2);
    return () => queue.close();
  });
  const stats = () => queue.stats();

  it("comes again when it has ended", async () => {
    const taken = await queue.take({ max: 9, leaseMs: 50, waitMs: 0 });
    expect(taken).toMatchObject([{ id: "a1", attempt: 1 }]);
    expect(await stats()).toMatchObject({ depth: 2, inFlight: 1, waiting: 0, ready: 0 });
  });

  it("is extended", async () => {
    expect(await queue.extend([receipt], { leaseMs: 50 })).toEqual(["done"]);
    expect(await stats()).toMatchObject({ depth: 2, inFlight: 1, waiting: 0, ready: 0 });
  });

  it("is settled", async () => {
    expect(await queue.settle([receipt])).toEqual(["done"]);
    expect(await stats()).toMatchObject({ depth: 1, inFlight: 0, waiting: 0, ready: 1 });
  });

  it("is given back", async () => {
    expect(await queue.defer([receipt], { delayMs: 0 })).toEqual(["done"]);
    expect(await stats()).toMatchObject({ depth: 2, inFlight: 0, waiting: 1, ready: 0 });
  });

  it("is claimed", async () => {
    expect(await queue.claim("a", "a1", { leaseMs: 50 })).toMatchObject({ id: "a1" });
    expect(await stats()).toMatchObject({ depth: 2, inFlight: 1, waiting: 0, ready: 0 });
  });

  it("goes on to the next job, until the lane is empty", async () => {
    const { job } = await queue.next(receipt, { leaseMs: 50 });
    expect(job).toMatchObject({ id: "a2" });
    expect(await stats()).toMatchObject({ depth: 1, inFlight: 1, waiting: 0, ready: 0 });
    await redis.zrem(key("leases"), "a");
    await redis.zadd(key("due"), 1_000, "a");
    expect(await queue.next(job?.receipt ?? "", { leaseMs: 50 })).toMatchObject({ job: null });
    expect(await stats()).toMatchObject({ depth: 0, inFlight: 0, waiting: 0, ready: 0 });
  });
});

import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { queueContract } from "../testing/index.ts";
import { redisQueue } from "./redis-queue.ts";

const server = await testRedis();

describe.skipIf(server.missing)("the contract on Redis", () => {
  const redis = new Redis(server.url);
  afterAll(() => redis.disconnect());

  const contract = queueContract({
    create: async (options) => redisQueue(redis, options),
    async destroy(name) {
      const keys = await redis.keys(`q:{${name}}:*`);
      if (keys.length > 0) await redis.del(keys);
    },
  });

  for (const { title, run } of contract) it(title, run);

  it("hands out and buries what an older release pushed, of which the time is not known", async () => {
    const name = randomPrefix();
    const queue = redisQueue(redis, { name, schema: { parse: String } });
    onTestFinished(() => queue.close());
    await redis.rpush(`q:{${name}}:lane:a b`, '1 "some text"');
    await redis.rpush(`q:{${name}}:ready`, "a b");
    const [taken] = await queue.take({ max: 1, leaseMs: 1_000 });
    const old = { id: "1", lane: "a b", body: "some text" };
    expect(taken).toEqual({ ...old, attempt: 1, receipt: taken?.receipt });
    await queue.bury([taken?.receipt ?? ""], { reason: "no" });
    const [letter] = await queue.deadLetters({ limit: 1 });
    expect(letter).toMatchObject({ ...old, body: '"some text"' });
    expect(letter).not.toHaveProperty("pushedAtMs");
    await redis.del(await redis.keys(`q:{${name}}:*`));
  });

  it("remembers the id of a replayed job whose window was over", async () => {
    const name = randomPrefix();
    const queue = redisQueue(redis, { name, schema: { parse: String } });
    onTestFinished(() => queue.close());
    await queue.push([{ lane: "a", id: "1", body: "text" }]);
    const [taken] = await queue.take({ max: 1, leaseMs: 1_000 });
    await queue.bury([taken?.receipt ?? ""], { reason: "no" });
    expect(await redis.del(`q:{${name}}:seen:1`)).toBe(1);
    await queue.replay([1]);
    expect(await queue.push([{ lane: "a", id: "1", body: "text" }])).toEqual(["1"]);
    await redis.del(await redis.keys(`q:{${name}}:*`));
  });

  it("dates dead letters by the clock of the server, to the millisecond", async () => {
    const name = randomPrefix();
    const queue = redisQueue(redis, { name, schema: { parse: String } });
    onTestFinished(() => queue.close());
    const serverMs = async () => {
      const [seconds, micros] = await redis.time();
      return Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
    };
    await queue.push([{ lane: "a", id: "1", body: "text" }]);
    const [taken] = await queue.take({ max: 1, leaseMs: 1_000 });
    const before = await serverMs();
    await queue.bury([taken?.receipt ?? ""], { reason: "no" });
    const [letter] = await queue.deadLetters({ limit: 1 });
    expect(letter?.buriedAtMs).toBeGreaterThanOrEqual(before);
    expect(letter?.buriedAtMs).toBeLessThanOrEqual(await serverMs());
    await redis.del(await redis.keys(`q:{${name}}:*`));
  });

  it("remembers its takes under one key, however many there were", async () => {
    const name = randomPrefix();
    const queue = redisQueue(redis, { name, schema: { parse: String } });
    onTestFinished(() => queue.close());
    for (const id of ["1", "2", "3"]) {
      await queue.push([{ lane: id, id, body: "text" }]);
      expect(await queue.take({ max: 1, leaseMs: 1_000 })).toHaveLength(1);
    }
    expect(await redis.keys(`q:{${name}}:take:*`)).toHaveLength(1);
    await redis.del(await redis.keys(`q:{${name}}:*`));
  });

  it("remembers an alias for the whole window of the job that named it last", async () => {
    const name = randomPrefix();
    const queue = redisQueue(redis, { name, schema: { parse: String } });
    onTestFinished(() => queue.close());
    await queue.push([{ lane: "a", id: "1", body: "text" }]);
    await redis.pexpire(`q:{${name}}:seen:1`, 60_000);
    await queue.push([{ lane: "a", id: "2", body: "text", aliases: ["1", "3"] }]);
    for (const id of ["1", "2", "3"])
      expect(await redis.pttl(`q:{${name}}:seen:${id}`)).toBeGreaterThan(60_000);
    await redis.del(await redis.keys(`q:{${name}}:*`));
  });
});

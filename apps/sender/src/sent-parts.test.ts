import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { inMemorySentParts } from "./sent-parts.kit.ts";
import { bestEffort, keptMs, redisSentParts } from "./sent-parts.ts";

const server = await testRedis();
const prefix = `${randomPrefix()}:sent:`;
const redis = new Redis(server.url, { lazyConnect: server.missing });
afterAll(async () => {
  if (server.missing) return redis.disconnect();
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
});

describe.each([
  ["in memory", false, () => inMemorySentParts()],
  ["on Redis", server.missing, () => redisSentParts(redis, { prefix })],
])("%s", (_, missing, create) => {
  it.skipIf(missing)("knows nothing of a job it has not heard of", async () => {
    expect(await create().sent("tg:1:2:3")).toBe(0);
  });

  it.skipIf(missing)(
    "remembers how far each job is, and a record again changes nothing",
    async () => {
      const parts = create();
      await parts.record("a", 1);
      await parts.record("b", 7);
      await parts.record("a", 2);
      await parts.record("a", 2);
      expect([await parts.sent("a"), await parts.sent("b")]).toEqual([2, 7]);
    },
  );
});

it.skipIf(server.missing)(
  "forgets a job after a day, and takes a strange value for nothing",
  async () => {
    const parts = redisSentParts(redis, { prefix });
    await parts.record("c", 1);
    expect(await redis.pttl(`${prefix}c`)).toBeGreaterThan(keptMs - 60_000);
    await redis.set(`${prefix}c`, "no number", "PX", 60_000);
    expect(await parts.sent("c")).toBe(0);

    let time = 0;
    const inMemory = inMemorySentParts({ now: () => time });
    await inMemory.record("c", 1);
    time = keptMs;
    expect(await inMemory.sent("c")).toBe(0);
  },
);

it("at best effort is as what it wraps, while that answers", async () => {
  const parts = bestEffort(inMemorySentParts());
  await parts.record("a", 2);
  expect(await parts.sent("a")).toBe(2);
});

it.each([
  ["fails", () => Promise.reject(new Error("away"))],
  ["never answers", () => new Promise<never>(() => {})],
])("at best effort knows nothing and goes on when that %s", async (_, answer) => {
  const errors: unknown[] = [];
  const parts = bestEffort(
    { sent: answer, record: answer },
    { ms: 10, onError: (error) => errors.push(error) },
  );
  expect(await parts.sent("a")).toBe(0);
  await parts.record("a", 1);
  expect(errors).toHaveLength(2);
});

import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import { redisShownDrafts, ShownDraftsError } from "./shown-drafts.ts";

const server = await testRedis();
beforeEach((context) => context.skip(server.missing, "no Redis"));
const prefix = `${randomPrefix()}:shown:`;
const redis = new Redis(server.url, { lazyConnect: server.missing });
const shown = redisShownDrafts(redis, { prefix });
const by = (id: string) => ({ by: id });
const dayMs = 86_400_000;
afterAll(async () => {
  const keys = server.missing ? [] : await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
});

it("knows what was begun, and its number once that is noted, for a day", async () => {
  expect(await shown.begin("a")).toEqual({});
  expect(await shown.begin("a")).toEqual({});
  await shown.note("a", 7);
  expect(await shown.begin("a")).toEqual({ messageId: 7 });
  expect(await shown.isOver("a")).toBe(false);
  for (let times = 0; times < 2; times++)
    expect(await shown.finish("a", by("a"))).toEqual({ messageId: 7 });
  expect(await shown.isOver("a")).toBe(true);
  const leftMs = await redis.pttl(`${prefix}a`);
  expect(leftMs).toBeGreaterThan(dayMs - 60_000);
  expect(leftMs).toBeLessThanOrEqual(dayMs);
});

it("begins nothing of an answer that is sent, which it knows for ten minutes", async () => {
  for (let times = 0; times < 2; times++) expect(await shown.finish("b", by("b"))).toBeUndefined();
  expect(await shown.begin("b")).toBeUndefined();
  expect(await shown.finish("b", by("b"))).toBeUndefined();
  expect(await redis.pttl(`${prefix}b`)).toBeLessThanOrEqual(600_000);
});

it("gives the place to the job that came first, and to no other, for as long as dead letters are kept", async () => {
  await shown.begin("c");
  await shown.note("c", 7);
  for (let times = 0; times < 2; times++)
    expect(await shown.finish("c", by("apology"))).toEqual({ messageId: 7 });
  expect(await shown.finish("c", by("c"))).toBeUndefined();
  expect(await shown.begin("c")).toBeUndefined();
  expect(await redis.pttl(`${prefix}c`)).toBeGreaterThan(30 * dayMs);
});

it("forgets a message that is gone, and begins no other one", async () => {
  await shown.begin("d");
  await shown.note("d", 7);
  await shown.finish("d", by("d"));
  await shown.forget("d");
  expect(await shown.finish("d", by("d"))).toBeUndefined();
  expect(await shown.begin("d")).toBeUndefined();
});

it("a number that comes after the answer changes nothing for others", async () => {
  await shown.begin("e");
  expect(await shown.finish("e", by("e"))).toEqual({});
  await shown.note("e", 7);
  expect(await shown.begin("e")).toBeUndefined();
  expect(await shown.finish("e", by("e"))).toEqual({ messageId: 7 });
});

const never = () => new Promise<never>(() => {});

it("says in time that it does not know", async () => {
  const away = redisShownDrafts(
    { eval: never, hset: never, hexists: never, hdel: never },
    { ms: 5 },
  );
  const calls = [
    away.begin("f"),
    away.note("f", 7),
    away.isOver("f"),
    away.finish("f", by("f")),
    away.forget("f"),
  ];
  for (const call of calls) await expect(call).rejects.toBeInstanceOf(ShownDraftsError);
});

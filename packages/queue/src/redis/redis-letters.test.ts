import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { redisQueue } from "./redis-queue.ts";

const server = await testRedis();

const letter = (number: number, lane = "a") =>
  JSON.stringify({
    number,
    id: `${number}`,
    lane,
    body: '"text"',
    attempts: 1,
    reason: "no",
    at: number,
  });

const numbersOf = (letters: readonly { readonly number: number }[]) =>
  letters.map(({ number }) => number);

describe.skipIf(server.missing)("the dead letters in Redis", () => {
  const redis = new Redis(server.url);
  let name = "";
  beforeEach(() => {
    name = randomPrefix();
    onTestFinished(async () => void (await redis.del(await redis.keys(`q:{${name}}:*`))));
  });
  afterAll(() => redis.disconnect());

  const open = (deadLetterTtlMs?: number) => {
    const ttl = deadLetterTtlMs === undefined ? {} : { deadLetterTtlMs };
    const queue = redisQueue(redis, { name, schema: { parse: String }, ...ttl });
    onTestFinished(() => queue.close());
    return queue;
  };
  async function bury(queue: ReturnType<typeof open>, id: string): Promise<void> {
    await queue.push([{ id, lane: id, body: "text" }]);
    const [taken] = await queue.take({ max: 1, leaseMs: 1_000 });
    await queue.bury([taken?.receipt ?? ""], { reason: "no" });
  }

  it("goes by them when what another program left lies between, and drop that with the old ones", async () => {
    const queue = open();
    const key = `q:{${name}}:letters`;
    await redis.zadd(key, 0, "garbage", 0, "[1]", 1.5, "null", 2, '{"number":2}', 8, '{"at":1}');
    for (const number of [1, 3, 4]) await redis.zadd(key, number, letter(number));
    expect(numbersOf(await queue.deadLetters({ limit: 2 }))).toEqual([1, 3]);
    expect(numbersOf(await queue.unacknowledged({ limit: 9 }))).toEqual([1, 3, 4]);
    expect(await queue.replay([1, 2, 8])).toBe(1);
    expect(await queue.discardLane("a")).toBe(2);
    await bury(queue, "new");
    expect(await queue.purge({ olderThanMs: 0 })).toBeGreaterThan(0);
    expect(await redis.exists(key)).toBe(0);
  });

  it("are taken over from an older release, which kept them as a list, before the first look", async () => {
    const count = 250;
    const all = Array.from({ length: count }, (_, index) => index + 1);
    await redis.rpush(`q:{${name}}:dead`, ...all.map((number) => letter(number)), "garbage");
    await redis.hset(`q:{${name}}:stats`, { dead: count, reported: 248 });
    const queue = open();
    expect(numbersOf(await queue.unacknowledged({ limit: 9 }))).toEqual([249, 250]);
    expect(numbersOf(await queue.deadLetters({ limit: 999 }))).toEqual(all);
    expect(await redis.exists(`q:{${name}}:dead`)).toBe(0);
    expect(await queue.replay([3])).toBe(1);
  });

  it("go by themselves when none has come for their time, and never with a time of 0", async () => {
    await bury(open(60_000), "1");
    const ttl = await redis.pttl(`q:{${name}}:letters`);
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(60_000);
    await redis.del(`q:{${name}}:options`); // The users of the other time have stopped.
    await bury(open(0), "2");
    expect(await redis.pttl(`q:{${name}}:letters`)).toBe(-1);
  });

  it("are replayed and dropped, however many there are", async () => {
    const queue = open();
    const count = 1_500;
    const all = Array.from({ length: count }, (_, index) => index + 1);
    const lanes = ["a", "b", "c"];
    await redis.zadd(
      `q:{${name}}:letters`,
      ...all.flatMap((number) => [number, letter(number, lanes[number % 3])]),
    );
    expect(await queue.deadLetters({ limit: 2 * count })).toHaveLength(count);
    expect(await queue.discardLane("b")).toBe(500);
    expect(await queue.replay(all.slice(0, 900))).toBe(600);
    expect((await queue.stats()).depth).toBe(600);
    expect(await queue.purge({ olderThanMs: 1 })).toBe(400);
  });
});

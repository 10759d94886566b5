import { randomPrefix, ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { consume } from "../consume/consume.ts";
import { redisQueue, type RedisQueueOptions } from "./redis-queue.ts";

const server = await ownRedis();
afterAll(() => server.stop());
const minuteMs = 60_000;

describe.skipIf(server.missing)("the options of a queue", () => {
  const redis = new Redis(server.url);
  afterAll(() => redis.disconnect());

  let name = "";
  let key = "";
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
    name = randomPrefix();
    key = `q:{${name}}:options`;
  });
  afterEach(async () => {
    vi.useRealTimers();
    await redis.del(await redis.keys(`q:{${name}}:*`));
  });

  function open(options: Partial<RedisQueueOptions<string>> = {}) {
    const queue = redisQueue(redis, { name, schema: { parse: String }, ...options });
    onTestFinished(() => queue.close());
    let pushed = 0;
    return {
      push: () => queue.push([{ lane: "a", id: `${pushed++}`, body: "text" }]),
      take: () => queue.take({ max: 1, leaseMs: 1_000, waitMs: 0 }),
    };
  }
  /** The calls of scripts until now. */
  async function scripts(): Promise<number> {
    const stats = await redis.info("commandstats");
    return Number(/cmdstat_evalsha:calls=(\d+)/.exec(stats)?.[1]);
  }

  it("name what differs, and both values", async () => {
    await open({ handOff: true, maxInFlight: 5 }).push();
    await expect(open({ handOff: true, maxInFlight: 6 }).push()).rejects.toMatchObject({
      code: "options_differ",
      retryable: true,
      message: `Queue ${name} is in use with \`maxInFlight\` 5, not 6: give all its users the same options; those of users that have stopped are forgotten after 3 minutes.`,
    });
    await expect(open({ maxInFlight: 5 }).take()).rejects.toThrow("`handOff` true, not false");
  });

  it("cost a call of their own once a minute, and none of the others", async () => {
    const { take } = open();
    await take();
    const before = await scripts();
    for (let n = 0; n < 10; n++) await take();
    expect((await scripts()) - before).toBe(10);
    vi.advanceTimersByTime(minuteMs);
    await take();
    await expect.poll(scripts).toBe(before + 12);
  });

  it("are kept while anybody uses the queue, and three minutes longer", async () => {
    const { push } = open();
    await push();
    await redis.pexpire(key, 5_000);
    await push();
    expect(await redis.pttl(key)).toBeLessThanOrEqual(5_000);
    vi.advanceTimersByTime(minuteMs);
    await push();
    await expect.poll(() => redis.pttl(key)).toBeGreaterThan(2 * minuteMs);
    expect(await redis.pttl(key)).toBeLessThanOrEqual(3 * minuteMs);
  });

  it("are not kept longer by somebody who gives others", async () => {
    await open().push();
    await redis.pexpire(key, 5_000);
    await expect(open({ maxAttempts: 9 }).push()).rejects.toThrow("maxAttempts");
    expect(await redis.pttl(key)).toBeLessThanOrEqual(5_000);
  });

  it("may be others once they are forgotten, and then refuse a user that comes back", async () => {
    const former = open({ maxAttempts: 3 });
    await former.push();
    await redis.del(key); // Their time is over.
    await open({ maxAttempts: 4 }).push();
    vi.advanceTimersByTime(3 * minuteMs);
    await expect(former.push()).rejects.toThrow("`maxAttempts` 4, not 3");
  });

  it("are waited for by the consumer of a new release until the old one is gone", async () => {
    await open({ maxAttempts: 3 }).push();
    const queue = redisQueue(redis, { name, schema: { parse: String }, maxAttempts: 4 });
    onTestFinished(() => queue.close());
    const stop = new AbortController();
    const events: string[] = [];
    const consumer = consume(queue, async () => stop.abort(), {
      onEvent: ({ type }) => {
        events.push(type);
        if (type === "error") void redis.del(key); // The old one's time is over.
      },
    });
    await consumer.run({ signal: stop.signal });
    expect(events).toEqual(["error", "settled"]);
  });

  it("agree with those of a release that knows fewer, or more", async () => {
    await open().push();
    await redis.hdel(key, "maxAttempts");
    await redis.hset(key, "future", "1");
    await open().push();
    expect(await redis.hmget(key, "maxAttempts", "future")).toEqual(["5", "1"]);
  });

  it("are asked again when the first answer was none", async () => {
    const { push } = open();
    await redis.set(key, "not a hash");
    await expect(push()).rejects.toMatchObject({ code: "store_unavailable" });
    await redis.del(key);
    expect(await push()).toEqual([]);
  });
});

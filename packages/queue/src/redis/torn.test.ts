import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { queueRules } from "../arguments.ts";
import { repeatable } from "./repeatable.kit.ts";
import { redisStore } from "./redis-store.ts";

// A power loss may tear the block of one script out of the append-only file, so that half of its writes are there. What
// is left of a lane must not stop the takes of the other lanes.

const server = await testRedis();

describe.skipIf(server.missing).each([false, true])("a take, hand-off %s", (handOff) => {
  const redis = new Redis(server.url);
  const prefix = randomPrefix();
  afterAll(async () => {
    await redis.del(await redis.keys(`q:{${prefix}*`));
    redis.disconnect();
  });

  let queues = 0;
  function setUp() {
    const rules = queueRules({ name: `${prefix}-${queues++}`, handOff });
    const store = redisStore(repeatable(redis).transport, rules, { now: () => 1_000 });
    const key = (name: string) => `q:{${rules.name}}:${name}`;
    return { key, take: () => store.take({ max: 9, leaseMs: 100 }) };
  }

  it.each(["leases", "due"])(
    "hands out a lane of %s whose holder is not known, beside others",
    async (place) => {
      const { key, take } = setUp();
      await redis.rpush(key("lane:a"), "1 {}");
      await redis.zadd(key(place), 0, "a");
      await redis.rpush(key("lane:b"), "2 {}");
      await redis.rpush(key("ready"), "b");
      const attempt = handOff ? 0 : 1;
      expect((await take()).entries).toMatchObject([
        { id: "1", lane: "a", attempt },
        { id: "2", lane: "b", attempt },
      ]);
    },
  );

  it("hands out a lane once that is in flight and waits as well", async () => {
    const { key, take } = setUp();
    await redis.rpush(key("lane:a"), "1 {}");
    await redis.zadd(key("leases"), 0, "a");
    await redis.zadd(key("due"), 0, "a");
    await redis.hset(key("heads"), "a", "1.");
    expect((await take()).entries).toMatchObject([{ id: "1" }]);
    expect(await redis.zcard(key("due"))).toBe(0);
  });

  it("drops a lane without a job, wherever it stands", async () => {
    const { key, take } = setUp();
    await redis.zadd(key("due"), 0, "a");
    await redis.zadd(key("leases"), 0, "d");
    await redis.hset(key("heads"), { a: "1.", d: "1.gone" });
    await redis.rpush(key("ready"), "b", "c");
    await redis.rpush(key("lane:c"), "2 {}");
    expect((await take()).entries).toMatchObject([{ id: "2", lane: "c" }]);
    expect(await redis.zrange(key("leases"), "0", "-1")).toEqual(["c"]);
    expect(await redis.zcard(key("due"))).toBe(0);
    expect(await redis.hkeys(key("heads"))).toEqual(["c"]);
    expect(await redis.llen(key("ready"))).toBe(0);
  });
});

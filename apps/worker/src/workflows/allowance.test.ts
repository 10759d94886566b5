import { redisSpending, type Spending } from "@tgmem/contracts";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { createAllowance } from "./allowance.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
afterAll(() => redis.disconnect());

const dayMs = 86_400_000;
const used = { input: 600, output: 100, cost: 0.25 };

function setup(tokensPerDay: number) {
  let nowMs = Date.now();
  const errors: unknown[] = [];
  return {
    user: randomPrefix(),
    errors,
    advance: (ms: number) => void (nowMs += ms),
    spending: redisSpending(redis, { now: () => nowMs }),
    allowance: (
      spending: Pick<Spending, "today" | "add"> = redisSpending(redis, { now: () => nowMs }),
    ) => createAllowance({ spending, tokensPerDay, onError: (error) => errors.push(error) }),
  };
}

it.skipIf(server.missing)(
  "lets a person use so many tokens a day, counted for all workers together, and begins anew the next day",
  async () => {
    const { user, advance, allowance } = setup(1_000);
    await allowance().use(user, used);
    expect(await allowance().isUsedUp(user)).toBe(false);
    await allowance().use(user, used);
    expect(await allowance().isUsedUp(user)).toBe(true);
    expect(await allowance().isUsedUp(`${user} 2`)).toBe(false);
    advance(dayMs);
    expect(await allowance().isUsedUp(user)).toBe(false);
  },
);

it.skipIf(server.missing)(
  "counts without a limit, too, and forgets it after forty days",
  async () => {
    const { user, spending, allowance } = setup(0);
    await allowance().use(user, used);
    await allowance().use(user, { input: 1, output: 2 });
    expect(await allowance().isUsedUp(user)).toBe(false);
    expect(await spending.today(user)).toEqual({ input: 601, output: 102, cost: 0.25 });
    const keys = await redis.keys(`tgmem:spent:*:${user}`);
    expect(keys).toHaveLength(1);
    const seconds = await redis.ttl(keys[0] ?? "");
    expect(seconds).toBeGreaterThan(39 * 86_400);
  },
);

it("costs nobody an answer when it cannot be counted", async () => {
  const { user, errors, allowance } = setup(1_000);
  const broken = allowance({
    today: () => Promise.reject(new Error("no Redis")),
    add: () => Promise.reject(new Error("no Redis")),
  });
  expect(await broken.isUsedUp(user)).toBe(false);
  await broken.use(user, used);
  expect(errors).toHaveLength(2);
});

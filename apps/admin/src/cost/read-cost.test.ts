import { redisSpending } from "@tgmem/contracts";
import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { readCost } from "./read-cost.ts";

const dayMs = 86_400_000;
const today = Date.UTC(2026, 10, 28, 12);
const now = () => today;

it("sums up what was spent by day, person and model", async (context) => {
  const server = await ownRedis();
  context.skip(server.missing, "no redis-server");
  const redis = new Redis(server.url);
  onTestFinished(async () => {
    redis.disconnect();
    await server.stop();
  });
  for (const [day, times] of [
    [today - 40 * dayMs, 7],
    [today - dayMs, 1],
    [today, 2],
  ] as const) {
    const spending = redisSpending(redis, { now: () => day });
    for (let n = 0; n < times; n++) {
      await spending.add("42", { input: 10, output: 1, cost: 0.5 });
      await spending.addModel("small", { input: 10, output: 1, cost: 0.5 });
      await spending.addModel("large", { input: 20, output: 2, cost: 2 });
    }
    await spending.add("7", { input: 1, output: 1 });
  }
  expect(await readCost(redis, { by: "day", now })).toEqual([
    { name: "2026-11-28", input: 60, output: 6, cost: 5, requests: 4 },
    { name: "2026-11-27", input: 30, output: 3, cost: 2.5, requests: 2 },
  ]);
  expect(await readCost(redis, { by: "model", now })).toEqual([
    { name: "large", input: 60, output: 6, cost: 6, requests: 3 },
    { name: "small", input: 30, output: 3, cost: 1.5, requests: 3 },
  ]);
  expect(await readCost(redis, { by: "person", now })).toEqual([
    { name: "42", input: 30, output: 3, cost: 1.5 },
    { name: "7", input: 2, output: 2, cost: 0 },
  ]);
  expect(await readCost(redis, { by: "person", days: 1, now })).toEqual([
    { name: "42", input: 20, output: 2, cost: 1 },
    { name: "7", input: 1, output: 1, cost: 0 },
  ]);
});

import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { dayOf, readSpent, redisSpending } from "./index.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
afterAll(() => redis.disconnect());

it.skipIf(server.missing)("tells of a day what each person and each model used", async () => {
  const [anna, ben] = [`${randomPrefix()}1`, `${randomPrefix()}2`];
  const model = `maker/${randomPrefix()}:free`;
  const nowMs = Date.now();
  const spending = redisSpending(redis, { now: () => nowMs });
  const day = dayOf(nowMs);
  await spending.add(anna, { input: 600, output: 100, cost: 0.25 });
  await spending.add(anna, { input: 1, output: 2 });
  await spending.add(ben, { input: 5, output: 5, cost: 0.5 });
  await spending.addModel(model, { input: 700, output: 100, cost: 0.25 });
  await spending.addModel(model, { input: 1, output: 1 });

  const { people, models } = await readSpent(redis, day);
  expect(people.get(anna)).toEqual({ input: 601, output: 102, cost: 0.25 });
  expect(people.get(ben)).toEqual({ input: 5, output: 5, cost: 0.5 });
  expect(models.get(model)).toEqual({ input: 701, output: 101, cost: 0.25, requests: 2 });
  expect(await spending.today(anna)).toEqual(people.get(anna));

  const before = await readSpent(redis, "1999-12-31");
  expect([before.people.size, before.models.size]).toEqual([0, 0]);
});

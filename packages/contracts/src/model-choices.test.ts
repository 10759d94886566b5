import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { redisModelChoices } from "./index.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
afterAll(() => redis.disconnect());

it.skipIf(server.missing)("keeps what each chat has chosen, until it is reset", async () => {
  const [anna, ben] = [`${randomPrefix()}1`, `${randomPrefix()}2`];
  const [here, elsewhere] = [redisModelChoices(redis), redisModelChoices(redis)];
  expect(await here.of(anna)).toBeUndefined();
  await here.choose(anna, "maker/first:free");
  await here.choose(anna, "maker/second");
  await here.choose(ben, "maker/first:free");
  expect(await elsewhere.of(anna)).toBe("maker/second");
  await elsewhere.reset(anna);
  expect(await here.of(anna)).toBeUndefined();
  expect(await here.of(ben)).toBe("maker/first:free");
  await here.reset(ben);
});

it.skipIf(server.missing)("keeps a choice for 90 days after the chat's last message", async () => {
  const chat = `${randomPrefix()}3`;
  const choices = redisModelChoices(redis);
  await choices.choose(chat, "maker/first");
  const key = `tgmem:model:${chat}`;
  await redis.expire(key, 60);
  await choices.of(chat);
  expect(await redis.ttl(key)).toBeGreaterThan(89 * 86_400);
  await choices.reset(chat);
});

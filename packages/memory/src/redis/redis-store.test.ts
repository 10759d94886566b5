import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, it } from "vitest";
import { windowStoreContract } from "../testing/index.ts";
import { redisStore } from "./redis-store.ts";

const server = await testRedis();
const redis = new Redis(server.url);
afterAll(() => redis.disconnect());

describe("the Redis store", () => {
  const namespace = randomPrefix();
  for (const { title, run } of windowStoreContract({
    create: async (limits) => redisStore(redis, { ...limits, namespace }),
  })) {
    it(title, run);
  }
});

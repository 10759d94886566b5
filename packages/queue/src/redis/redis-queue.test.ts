import { testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, it } from "vitest";
import { queueContract } from "../testing/index.ts";
import { redisQueue } from "./redis-queue.ts";

const server = await testRedis();

describe.skipIf(server.missing)("the contract on Redis", () => {
  const redis = new Redis(server.url);
  afterAll(() => redis.disconnect());

  const contract = queueContract({
    create: async (options) => redisQueue(redis, options),
    async destroy(name) {
      const keys = await redis.keys(`q:{${name}}:*`);
      if (keys.length > 0) await redis.del(keys);
    },
  });

  for (const { title, run } of contract) it(title, run);
});

import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { redisQueue } from "./redis-queue.ts";

// What another program wrote into a queue: nobody can finish it, and it must hold up nobody else.

const server = await testRedis();

describe.skipIf(server.missing).each([false, true])(
  "elements of others, hand-off %s",
  (handOff) => {
    const redis = new Redis(server.url);
    afterAll(() => redis.disconnect());

    it.each(["", " ", " {}", ' "text"', "text", "@7 {}", "{}"])(
      "makes a dead letter of %j, and goes on with its lane and the others",
      async (element) => {
        const name = randomPrefix();
        const key = (kind: string) => `q:{${name}}:${kind}`;
        const schema = {
          parse(value: unknown): string {
            if (typeof value === "string") return value;
            throw new Error("not a text");
          },
        };
        const queue = redisQueue(redis, { name, schema, handOff });
        onTestFinished(async () => {
          await queue.close();
          await redis.del(await redis.keys(`q:{${name}}:*`));
        });
        await redis.rpush(key("lane:a"), element);
        await redis.rpush(key("ready"), "a");
        await redis.hset(key("heads"), "b", "garbage");
        await queue.push(
          ["a", "b"].map((lane) => ({ id: `of ${lane}`.replace(" ", "-"), lane, body: "x" })),
        );
        const handed: string[] = [];
        while ((await queue.stats()).depth > 0 || handed.length < 2) {
          const taken = await queue.take({ max: 9, leaseMs: 60_000, waitMs: 0 });
          for (const { lane, id, receipt } of taken) {
            const claimed = handOff ? await queue.claim(lane, id, { leaseMs: 60_000 }) : null;
            expect(await queue.settle([claimed?.receipt ?? receipt])).toEqual(["done"]);
            handed.push(id);
          }
          await queue.repair(); // The depth knew nothing of the element.
        }
        expect(handed.toSorted()).toEqual(["of-a", "of-b"]);
        expect((await queue.deadLetters({ limit: 9 })).map(({ lane }) => lane)).toEqual(["a"]);
      },
    );
  },
);

import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { awayMarks, firstTime, wasTold } from "./told.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
afterAll(() => redis.disconnect());

it.skipIf(server.missing)(
  "knows of an id whether anybody asked before, in any process, and tells it without asking",
  async () => {
    const id = randomPrefix();
    const options = { forMs: 60_000 };
    expect(await wasTold(redis)(id)).toBe(false);
    expect(await firstTime(redis, options)(id)).toBe(true);
    expect(await firstTime(redis, options)(id)).toBe(false);
    expect(await firstTime(redis, options)(`${id} 2`)).toBe(true);
    expect(await wasTold(redis)(id)).toBe(true);
  },
);

it.skipIf(server.missing)(
  "gives a mark of an absence to one process alone, and keeps it for its time",
  async () => {
    const chatId = randomPrefix();
    const marks = awayMarks(redis, { forMs: 60_000 });
    expect(await marks.get(chatId)).toBeUndefined();
    const [first, second] = [
      { atMs: 1, id: "tg:999:42:7" },
      { atMs: 2, id: "tg:999:42:8" },
    ];
    expect(await Promise.all([marks.swap(chatId, first), marks.swap(chatId, second)])).toEqual([
      undefined,
      first,
    ]);
    expect(await marks.get(chatId)).toEqual(second);
    expect(await redis.pttl(`tgmem:away:${chatId}`)).toBeGreaterThan(0);
  },
);

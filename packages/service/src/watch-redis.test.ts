import { until } from "@tgmem/processes";
import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { createOutages } from "./outages.ts";
import { recordingLogger } from "./testing/recording-logger.ts";
import { redisTrouble } from "./redis-trouble.ts";
import { watchRedis } from "./watch-redis.ts";

const server = await ownRedis();
afterAll(() => server.stop());
beforeEach((context) => context.skip(server.missing, "no redis-server"));

function watch() {
  const redis = new Redis(server.url, { maxRetriesPerRequest: null });
  redis.on("error", () => {});
  const { logger, lines } = recordingLogger();
  const outages = createOutages(logger, { now: () => nowMs });
  let nowMs = 0;
  let isReady: (() => unknown) | undefined;
  const stop = new AbortController();
  const { ended, isWritable } = watchRedis(redis, {
    outages,
    health: { check: (_name, check) => void (isReady = check) },
    everyMs: 5,
    answerMs: 200,
    signal: stop.signal,
  });
  onTestFinished(async () => {
    stop.abort();
    await ended;
    redis.disconnect();
  });
  return {
    redis,
    outages,
    isWritable,
    isReady: () => isReady?.(),
    later: (ms: number) => void (nowMs += ms),
    said: () => lines.map((line) => JSON.parse(line)),
  };
}

it("is not ready while Redis is at its memory limit, though it answers a ping, and ready by itself afterwards", async () => {
  const { redis, outages, isReady, isWritable, later, said } = watch();
  await until(() => isReady());
  await redis.config("SET", "maxmemory", "1");
  await until(() => !isReady());
  expect(isWritable()).toBe(false);
  expect(await redis.ping()).toBe("PONG");
  later(10_000);
  await until(() => outages.current().length > 0);
  await redis.config("SET", "maxmemory", "0");
  await until(() => isReady());
  expect(outages.current()).toEqual([]);
  expect(said()).toMatchObject([
    {
      level: 50,
      msg: "Redis is at its memory limit",
      remedy: expect.stringContaining("maxmemory"),
    },
    { level: 30, msg: "over: Redis is at its memory limit" },
  ]);
});

it("is not ready before Redis has taken a write, however often it was asked", async () => {
  await server.kill();
  const { isReady, isWritable } = watch();
  expect(isReady()).toBe(false);
  // Nobody knows yet: whoever needs Redis for more than this finds out.
  expect(isWritable()).toBe(true);
  await server.restart();
  await until(() => isReady());
});

it("is not ready while Redis is away, and writes one probe at a time", async () => {
  const { redis, isReady } = watch();
  await until(() => isReady());
  await server.kill();
  await until(() => !isReady());
  await server.restart();
  await until(() => isReady());
  expect(await redis.get("tgmem:probe")).toBe("1");
});

it("tells what is wrong from the words of Redis, also behind those of a library", () => {
  const full = new Error("OOM command not allowed when used memory > 'maxmemory'.");
  expect(redisTrouble(new Error("Redis refuses", { cause: full })).remedy).toContain("maxmemory");
  expect(redisTrouble(new Error("MISCONF Errors writing to the AOF file")).remedy).toContain(
    "disk",
  );
  expect(redisTrouble(new Error("WRONGPASS invalid")).remedy).toContain("REDIS_URL");
  expect(redisTrouble(new Error("connect ECONNREFUSED")).what).toBe("Redis does not answer");
});

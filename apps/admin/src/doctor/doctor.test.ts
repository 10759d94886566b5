import { inboundQueue } from "@tgmem/contracts";
import { runProcess } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { readHealth } from "./redis-health.ts";

let url = "";
let redis: Redis;
beforeEach(async (context) => {
  const server = await ownRedis();
  context.skip(server.missing, "no redis-server");
  url = server.url;
  redis = new Redis(url);
  onTestFinished(async () => {
    redis.disconnect();
    await server.stop();
  });
});

const doctor = (...args: string[]) =>
  runProcess(new URL("../main.ts", import.meta.url), {
    args: ["doctor", ...args],
    env: { REDIS_URL: url },
  });

it("says that all is well, and ends with 0", async () => {
  const { code, stdout } = await doctor();
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/^redis {6}\d\S+, noeviction, append-only file: well$/),
    "inbound    well",
    "outbound   well",
    "summaries  well",
    "",
  ]);
  expect(code).toBe(0);
});

it("mends a list, says what was wrong, and ends with 1", async () => {
  const inbound = redisQueue(redis, inboundQueue);
  const message = {
    v: 1,
    chatId: "42",
    userId: "42",
    messageId: 1,
    text: "hi",
    sentAtMs: 1,
  } as const;
  await inbound.push([{ id: "1", lane: "chat:42", body: message }]);
  await inbound.close();
  await redis.del("q:{inbound}:ready");
  const { code, stdout } = await doctor("--json");
  expect(JSON.parse(stdout)).toMatchObject({
    redis: { maxmemoryPolicy: "noeviction", appendOnlyFile: true, ills: [] },
    lists: { inbound: { mended: true, lanesFound: 1 }, outbound: { mended: false } },
  });
  expect(code).toBe(1);
  expect((await doctor()).code).toBe(0);

  await redis.hincrby("q:{inbound}:stats", "in", 2);
  await redis.rpush("q:{inbound}:ready", "nobody");
  expect((await doctor()).stdout).toContain(
    "inbound    mended: 1 places without a message, 2 messages by which the depth was wrong\n",
  );
});

it("says what Redis is to be set to, and ends with 1", async () => {
  await redis.config("SET", "maxmemory-policy", "allkeys-lru");
  await redis.config("SET", "appendonly", "no");
  const { code, stdout } = await doctor();
  expect(stdout).toMatch(
    /allkeys-lru, no append-only file: ill\n.*set noeviction\.\n.*appendonly yes\.\n/,
  );
  expect(code).toBe(1);
});

const info = (version: string, status: string) =>
  `redis_version:${version}\r\nmaxmemory_policy:noeviction\r\naof_enabled:1\r\naof_last_write_status:${status}\r\n`;

it("knows a server that is too old, and one whose disk is full", () => {
  expect(readHealth(info("6.2.14", "ok")).ills).toEqual([
    expect.stringContaining("older than 7.0"),
  ]);
  expect(readHealth(info("10.0.1", "err")).ills).toEqual(["It cannot write its append-only file."]);
});

import { inboundQueue } from "@tgmem/contracts";
import { runProcess } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { readInfo } from "./redis.ts";

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

const doctor = (args: readonly string[] = [], env = {}) =>
  runProcess(new URL("../main.ts", import.meta.url), {
    args: ["doctor", ...args],
    env: { REDIS_URL: url, TELEGRAM_BOT_TOKEN: "1:a", WHITELIST_USER: "42", ...env },
  });

it("looks at all that a bot needs, says what to do, and ends with 1 where something is ill", async () => {
  const { code, stdout, stderr } = await doctor();
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toMatch(/^ok {7}redis: \d\S+, noeviction, append-only file$/m);
  expect(stdout).toMatch(/^ok {7}clock: /m);
  for (const list of ["inbound", "outbound", "summaries"])
    expect(stdout).toMatch(new RegExp(`^ok {7}${list}: whole$`, "m"));
  expect(stdout).toMatch(/^ill {6}engine: HATCHET_CLIENT_TOKEN is missing/m);
  expect(stdout).toMatch(/^ok {7}receiver log-in: it will be made by the bot's token$/m);
  expect(stdout).toMatch(/^ok {7}whitelist: 1 id$/m);
  expect(stdout).toMatch(/^warning {2}model: no OPEN_ROUTER_API_KEY.*\n {9}→ Set OPEN_ROUTER/m);
  expect(stdout).toMatch(/^off {6}airtable: no AIRTABLE_PAT/m);
});

it("looks at the rest, too, when Redis is away", async () => {
  const { code, stdout } = await doctor(["--json"], { REDIS_URL: "redis://127.0.0.1:1" });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual(
    expect.arrayContaining([
      { name: "redis", state: "ill", found: expect.stringContaining("and REDIS_URL") },
      { name: "whitelist", state: "ok", found: "1 id" },
    ]),
  );
});

it("mends a list, and says what was wrong", async () => {
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
  await redis.hincrby("q:{inbound}:stats", "in", 2);
  expect((await doctor()).stdout).toContain(
    "mended   inbound: 1 chats that nobody was served any more, 2 messages by which the depth was wrong\n",
  );
  expect((await doctor()).stdout).toContain("ok       inbound: whole\n");
});

it("says what Redis is to be set to", async () => {
  await redis.config("SET", "maxmemory-policy", "allkeys-lru");
  await redis.config("SET", "appendonly", "no");
  const { stdout } = await doctor();
  expect(stdout).toMatch(/^ill .*allkeys-lru.*\n +→ Set maxmemory-policy noeviction\.$/m);
  expect(stdout).toMatch(/^ill .*append-only file.*\n +→ Set appendonly yes\.$/m);
});

const info = (version: string, status: string, memory = "used_memory:79\r\nmaxmemory:100\r\n") =>
  `redis_version:${version}\r\nmaxmemory_policy:noeviction\r\naof_enabled:1\r\naof_last_write_status:${status}\r\n${memory}`;

const found = (text: string) => readInfo(text).map((finding) => finding.found);

it("knows a server that is too old, one whose disk is full, and one whose memory is nearly so", () => {
  expect(found(info("7.0.0", "ok"))).toEqual(["7.0.0, noeviction, append-only file"]);
  expect(found(info("6.2.14", "ok"))).toEqual(["6.2.14 is older than 7.0"]);
  expect(found(info("10.0.1", "err"))).toEqual(["it cannot write its append-only file"]);
  expect(found(info("7.0.0", "ok", "used_memory:80\r\nmaxmemory:100\r\n"))).toEqual([
    "its memory is 80 % full",
  ]);
});

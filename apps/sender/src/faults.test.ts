import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis, randomPrefix, type RunningProcess, startProcess, until } from "@tgmem/testbed";
import { botAccount, startTelegramServer } from "@tgmem/telegram/testing";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";

const server = await startTelegramServer();
const redisServer = await ownRedis();
beforeEach((context) => context.skip(redisServer.missing, "no redis-server"));
const redis = new Redis(redisServer.url);
redis.on("error", () => {});
const outbound = redisQueue(redis, outboundQueue);
const folder = await mkdtemp(join(tmpdir(), "tgmem-sender-"));
const running = new Set<RunningProcess>();
afterEach(async () => {
  Object.assign(server.faults, { silent: false, refuse: false });
  await Promise.all([...running].map((process) => process.stop("SIGKILL")));
  running.clear();
});
afterAll(async () => {
  await outbound.close();
  redis.disconnect();
  await redisServer.stop();
  await server.close();
  await rm(folder, { recursive: true });
});

/** Waits so many times shorter than in earnest. */
async function started({ hurry = "20" } = {}) {
  const sender = startProcess(new URL("main.ts", import.meta.url), {
    env: {
      ...server.env,
      NODE_ENV: "test",
      TELEGRAM_TEST_HURRY: hurry,
      REDIS_URL: redisServer.url,
      TELEGRAM_API_ID: "1",
      TELEGRAM_API_HASH: "hash",
      TELEGRAM_BOT_TOKEN: botAccount.botToken,
      TELEGRAM_SENDER_SESSION: join(folder, randomPrefix()),
    },
  });
  running.add(sender);
  await sender.says('"msg":"started"');
  return sender;
}

let number = 0;
const push = (text: string) =>
  outbound.push([
    {
      id: `tg:999:42:${++number}`,
      lane: "42",
      body: { v: 1, chatId: "42", userId: "42", text },
    },
  ]);
const depth = async () => (await outbound.stats()).depth;
const texts = () => server.sent.map(({ text }) => text);

it("ends with 3 when its log-in is revoked, although nothing is to be sent", async () => {
  const sender = await started();
  server.faults.revoke({ device: "tgmem sender" });
  expect(await sender.exit).toBe(3);
  expect(sender.output()).toContain("log in again");
});

it("ends with 4 when Telegram is silent, keeps the message, and the next process sends it once", async () => {
  const sender = await started();
  server.faults.silent = true;
  await push("kept");
  expect(await sender.exit).toBe(4);
  expect(await depth()).toBe(1);
  server.faults.silent = false;
  const next = await started();
  await until(async () => (await depth()) === 0, { timeoutMs: 20_000 });
  expect(texts()).toEqual(["kept"]);
  expect(await next.stop("SIGTERM")).toBe(0);
});

it("sends once what was to be sent while the server was away", async () => {
  const before = texts().length;
  const sender = await started();
  server.faults.refuse = true;
  server.faults.dropConnections();
  await until(async () => (await sender.status("/readyz")) === 503, { timeoutMs: 20_000 });
  await push("late");
  await sender.says("timeout");
  server.faults.refuse = false;
  await until(async () => (await depth()) === 0, { timeoutMs: 20_000 });
  expect(texts().slice(before)).toEqual(["late"]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("leaves in time while Telegram does not answer a message, and keeps it", async () => {
  const sender = await started({ hurry: "1" });
  const called = server.calls.length;
  server.faults.call({ on: "messages.sendMessage", hang: true });
  await push("unanswered");
  await until(() => server.calls.slice(called).includes("messages.sendMessage"), {
    timeoutMs: 20_000,
  });
  await sender.stop("SIGTERM");
  expect(await depth()).toBe(1);
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis } from "@tgmem/testbed";
import { startProcess, until } from "@tgmem/processes";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";

it("loses nothing when pings get no answer, for which the client connects again", async (context) => {
  const server = await startTelegramServer();
  const redisServer = await ownRedis();
  context.skip(redisServer.missing, "no redis-server");
  const redis = new Redis(redisServer.url);
  redis.on("error", () => {});
  const inbound = redisQueue(redis, inboundQueue);
  const folder = await mkdtemp(join(tmpdir(), "tgmem-receiver-"));
  const receiver = startProcess(new URL("main.ts", import.meta.url), {
    env: {
      ...server.env,
      REDIS_URL: redisServer.url,
      TELEGRAM_API_ID: "1",
      TELEGRAM_API_HASH: "hash",
      TELEGRAM_BOT_TOKEN: botAccount.botToken,
      TELEGRAM_SESSION: join(folder, "session"),
    },
  });
  onTestFinished(async () => {
    await receiver.stop("SIGKILL");
    await inbound.close();
    redis.disconnect();
    await redisServer.stop();
    await server.close();
    await rm(folder, { recursive: true });
  });
  await receiver.says('"msg":"started"');
  server.faults.mutePings = true;
  server.say("42", "before");
  // The client's own times: a ping after 9 s, three times 10 s for its answer.
  await until(() => receiver.output().includes("TIMEOUT"), { timeoutMs: 60_000 });
  server.say("42", "while it connects again", { unheard: true });
  server.faults.mutePings = false;
  await until(async () => (await inbound.stats()).depth === 2, { timeoutMs: 20_000 });
  expect(await receiver.status("/readyz")).toBe(200);
  expect(await receiver.stop("SIGTERM")).toBe(0);
}, 120_000);

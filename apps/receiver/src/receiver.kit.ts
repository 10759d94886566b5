import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis } from "@tgmem/testbed";
import { startProcess, until } from "@tgmem/processes";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { Redis } from "ioredis";
import { afterAll, beforeEach, onTestFinished, vi } from "vitest";

export const main = new URL("main.ts", import.meta.url);

// Processes that start beside others take their time; no test here is about speed.
vi.setConfig({ testTimeout: 180_000 });

const redisServer = await ownRedis();
beforeEach((context) => context.skip(redisServer.missing, "no redis-server"));
afterAll(() => redisServer.stop());

/** Makes a world for one test: a Telegram, an empty Redis, and as many receivers as the test starts. */
export async function receiverWorld() {
  const server = await startTelegramServer();
  const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
  redis.on("error", () => {});
  // The server is ours alone.
  await redis.flushall();
  const inbound = redisQueue(redis, inboundQueue);
  const folder = await mkdtemp(join(tmpdir(), "tgmem-receiver-"));
  const running = new Set<() => Promise<unknown>>();
  onTestFinished(async () => {
    await Promise.all([...running].map((kill) => kill()));
    await inbound.close();
    redis.disconnect();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const env = {
    ...server.env,
    REDIS_URL: redisServer.url,
    TELEGRAM_API_ID: "1",
    TELEGRAM_API_HASH: "hash",
    TELEGRAM_BOT_TOKEN: botAccount.botToken,
    TELEGRAM_SESSION: join(folder, "session"),
    WHITELIST_USER: "42, 43",
    // Each message is told apart.
    MERGE_WINDOW_MS: "0",
  };

  function run(variables: Readonly<Record<string, string>> = {}) {
    const receiver = startProcess(main, { env: { ...env, ...variables } });
    running.add(() => receiver.stop("SIGKILL"));
    return receiver;
  }

  /** Settles all that waits on the list; resolves with the texts. */
  async function drain(): Promise<string[]> {
    const jobs = await inbound.take({ max: 100, leaseMs: 60_000, waitMs: 0 });
    if (jobs.length === 0) return [];
    await inbound.settle(jobs.map(({ receipt }) => receipt));
    return [...jobs.map(({ body }) => body.text), ...(await drain())];
  }

  return {
    server,
    redisServer,
    inbound,
    /** Starts a receiver with these variables beside the usual ones. */
    run,
    /** Starts a receiver and resolves when it has started. */
    start: async (variables?: Readonly<Record<string, string>>) => {
      const receiver = run(variables);
      await receiver.says('"msg":"started"');
      return receiver;
    },
    drain,
    /** Resolves when this many messages are on the list. */
    listed: (count: number) =>
      until(async () => (await inbound.stats()).depth === count, { what: `${count} on the list` }),
  };
}

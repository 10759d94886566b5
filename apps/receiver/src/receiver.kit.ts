import { inboundQueue } from "@tgmem/contracts";
import { until } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { type OwnRedis, ownRedis } from "@tgmem/testbed";
import { telegramWorld } from "@tgmem/testbed/telegram-world";
import { afterAll, beforeEach, onTestFinished } from "vitest";

export const main = new URL("main.ts", import.meta.url);

/**
 * Starts a Redis for the test file that calls this, and gives what makes worlds for its tests. No hook stands outside of
 * the function: a worker that runs several files loads this module for the first of them alone.
 */
export async function receiverWorlds() {
  const redisServer = await ownRedis();
  beforeEach((context) => context.skip(redisServer.missing, "no redis-server"));
  afterAll(() => redisServer.stop());
  return () => receiverWorld(redisServer);
}

/** Makes a world for one test: a Telegram, an empty Redis, and as many receivers as the test starts. */
async function receiverWorld(redisServer: OwnRedis) {
  const { server, redis, sessionFile, run, start, close } = await telegramWorld({
    main,
    redisUrl: redisServer.url,
    env: (file) => ({
      TELEGRAM_SESSION: file,
      WHITELIST_USER: "42, 43, -1000000000055",
      // Each message is told apart.
      MERGE_WINDOW_MS: "0",
    }),
  });
  const inbound = redisQueue(redis, inboundQueue);
  onTestFinished(async () => {
    await inbound.close();
    await close();
  });

  /** Settles all that waits on the list; resolves with the texts. */
  async function drain(): Promise<string[]> {
    const jobs = await inbound.take({ max: 100, leaseMs: 60_000, waitMs: 0 });
    if (jobs.length === 0) return [];
    await inbound.settle(jobs.map(({ receipt }) => receipt));
    return [...jobs.map(({ body }) => body.text), ...(await drain())];
  }

  return {
    server,
    redis,
    redisServer,
    sessionFile,
    inbound,
    run,
    start,
    drain,
    /** Resolves when this many messages are on the list. */
    listed: (count: number) =>
      until(async () => (await inbound.stats()).depth === count, { what: `${count} on the list` }),
  };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outboundQueue } from "@tgmem/contracts";
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

/** Makes a world for one test: a Telegram, an empty Redis, and as many senders as the test starts. */
export async function senderWorld() {
  const server = await startTelegramServer();
  const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
  redis.on("error", () => {});
  // The server is ours alone.
  await redis.flushall();
  const outbound = redisQueue(redis, outboundQueue);
  const folder = await mkdtemp(join(tmpdir(), "tgmem-sender-"));
  const running = new Set<() => Promise<unknown>>();
  onTestFinished(async () => {
    await Promise.all([...running].map((kill) => kill()));
    await outbound.close();
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
    TELEGRAM_SENDER_SESSION: join(folder, "session"),
    WHITELIST_USER: "42 43 44 -7",
    SEND_CHAT_INTERVAL_MS: "0",
  };

  function run(variables: Readonly<Record<string, string>> = {}) {
    const sender = startProcess(main, { env: { ...env, ...variables } });
    running.add(() => sender.stop("SIGKILL"));
    return sender;
  }

  let number = 0;
  return {
    server,
    redis,
    outbound,
    env,
    /** Starts a sender with these variables beside the usual ones. */
    run,
    /** Starts a sender and resolves when it has started. */
    start: async (variables?: Readonly<Record<string, string>>) => {
      const sender = run(variables);
      await sender.says('"msg":"started"');
      return sender;
    },
    push: (
      chatId: string,
      text: string,
      { userId = chatId, ...fields }: { userId?: string; replyToMessageId?: number } = {},
    ) =>
      outbound.push([
        {
          id: `tg:999:${chatId}:${++number}`,
          lane: chatId,
          body: { v: 1, chatId, userId, text, ...fields },
        },
      ]),
    called: (method: string) => server.calls.filter((call) => call === method).length,
    sentTo: (chatId: string) =>
      server.sent.filter((message) => message.chatId === chatId).map(({ text }) => text),
    depth: async () => (await outbound.stats()).depth,
    allDone: () =>
      until(async () => (await outbound.stats()).depth === 0, { what: "an empty list" }),
  };
}

import { type Draft, draftsChannel, outboundQueue } from "@tgmem/contracts";
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
export async function senderWorlds() {
  const redisServer = await ownRedis();
  beforeEach((context) => context.skip(redisServer.missing, "no redis-server"));
  afterAll(() => redisServer.stop());
  return () => senderWorld(redisServer);
}

/** Makes a world for one test: a Telegram, an empty Redis, and as many senders as the test starts. */
async function senderWorld(redisServer: OwnRedis) {
  const { close, ...world } = await telegramWorld({
    main,
    redisUrl: redisServer.url,
    env: (sessionFile) => ({
      TELEGRAM_SENDER_SESSION: sessionFile,
      WHITELIST_USER: "42 43 44 -7",
      SEND_CHAT_INTERVAL_MS: "0",
    }),
  });
  const { server } = world;
  const outbound = redisQueue(world.redis, outboundQueue);
  onTestFinished(async () => {
    await outbound.close();
    await close();
  });

  let number = 0;
  return {
    ...world,
    outbound,
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
    /** Tells the senders that listen how far an answer is; the id is that of the next push. */
    publish: (chatId: string, text: string) => {
      const answer = { v: 1, chatId, userId: chatId, text } as const;
      const draft: Draft = { v: 1, id: `tg:999:${chatId}:${number + 1}`, answer };
      return world.redis.publish(draftsChannel, JSON.stringify(draft));
    },
    called: (method: string) => server.calls.filter((call) => call === method).length,
    sentTo: (chatId: string) =>
      server.sent.filter((message) => message.chatId === chatId).map(({ text }) => text),
    depth: async () => (await outbound.stats()).depth,
    allDone: () =>
      until(async () => (await outbound.stats()).depth === 0, { what: "an empty list" }),
  };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OutboundMessage } from "@tgmem/contracts";
import type { Job } from "@tgmem/queue";
import { type TelegramError, createPacer } from "@tgmem/telegram";
import { connectTelegram } from "@tgmem/telegram/gramjs";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach } from "vitest";
import { createRateLimiter } from "../pace/rate-limiter.ts";
import { renderedParts } from "../rendered-parts.ts";
import { send, type SendEvent } from "../send.ts";
import { redisSentParts } from "../sent-parts.ts";
import { createDrafts } from "./drafts.ts";
import type { DraftEvent, ShowOptions } from "./show-draft.ts";
import { redisShownDrafts } from "./shown-drafts.ts";

/** What a test may put in place of a sender's own. */
type Parts = Pick<ShowOptions, "telegram" | "shownDrafts"> & Partial<ShowOptions>;

/** One Telegram and one Redis for a test file, and as many senders in this process as its tests make. */
export async function draftsBench() {
  const server = await startTelegramServer();
  const redisServer = await testRedis();
  beforeEach((context) => context.skip(redisServer.missing, "no Redis"));
  const redis = new Redis(redisServer.url, { lazyConnect: redisServer.missing });
  const prefix = randomPrefix();
  const folder = await mkdtemp(join(tmpdir(), "tgmem-drafts-"));
  const telegram = await connectTelegram({
    apiId: 1,
    apiHash: "hash",
    botToken: botAccount.botToken,
    sessionFile: join(folder, "session"),
    server: server.endpoint,
    reconnectDelayMs: 50,
  });
  afterAll(async () => {
    await telegram.close();
    await server.close();
    await rm(folder, { recursive: true });
    const keys = redisServer.missing ? [] : await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(keys);
    redis.disconnect();
  });

  const clock = { time: 10_000 };
  let number = 0;

  function newSender(parts: Partial<Parts> = {}) {
    const events: (DraftEvent | SendEvent)[] = [];
    const limiter = createRateLimiter(
      // Each look at the clock takes a while, or who waits for the account would wait for ever.
      createPacer({ perSecond: 1_000, chatIntervalMs: 1_000, now: () => (clock.time += 2) }),
    );
    const refused: TelegramError[] = [];
    const rateLimiter = {
      ...limiter,
      refused(chatId: string, error: TelegramError) {
        refused.push(error);
        limiter.refused(chatId, error);
      },
    };
    const onEvent = (event: DraftEvent | SendEvent) => void events.push(event);
    const options = {
      telegram,
      shownDrafts: redisShownDrafts(redis, { prefix: `${prefix}:shown:` }),
      whitelist: null,
      rateLimiter,
      isOwed: async () => false,
      onEvent,
      now: () => clock.time,
      ...parts,
    };
    const drafts = createDrafts(options);
    const sentParts = redisSentParts(redis, { prefix: `${prefix}:sent:` });
    return {
      drafts,
      events,
      refused,
      /** Tells of a text, as much later as a message may grow again, and waits until it is shown. */
      grow: async (job: Job<OutboundMessage>, text: string) => {
        clock.time += 3_000;
        drafts.heard({ v: 1, id: job.id, answer: { ...job.body, text } });
        await drafts.tick();
      },
      /** Sends the answer itself, until it is settled or fails. */
      finish: async (job: Job<OutboundMessage>) => {
        const { telegram: port, whitelist } = options;
        for (let tries = 0; tries < 50; tries++) {
          const result = await send(
            job,
            {
              telegram: port,
              whitelist,
              rateLimiter,
              sentParts,
              renderedParts: renderedParts(),
              drafts,
              onStopped: () => {},
              onEvent,
            },
            new AbortController(),
          );
          if (result?.action !== "defer") return result;
          clock.time += result.delayMs;
        }
        throw new Error("It is deferred for ever.");
      },
    };
  }

  return {
    server,
    redis,
    telegram,
    clock,
    newSender,
    shownKey: (jobId: string) => `${prefix}:shown:${jobId}`,
    /** An answer to a chat of its own. */
    newJob: (body: Partial<OutboundMessage> = {}): Job<OutboundMessage> => {
      const chatId = body.chatId ?? String(1_000 + ++number);
      return {
        id: `tg:999:${chatId}:${++number}`,
        lane: chatId,
        attempt: 1,
        receipt: "receipt",
        body: { v: 1, chatId, userId: chatId, text: "**The** whole answer", ...body },
      };
    },
    sentTo: (chatId: string) => server.sent.filter((message) => message.chatId === chatId),
    textsIn: (chatId: string) =>
      server.sent.filter((message) => message.chatId === chatId).map(({ text }) => text),
    called: (method: string) => server.calls.filter((call) => call === method).length,
  };
}

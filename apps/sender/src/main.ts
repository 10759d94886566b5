import { inboundQueue, outboundQueue, type Place, summariesQueue } from "@tgmem/contracts";
import { consume } from "@tgmem/queue";
import { redisQueue } from "@tgmem/queue/redis";
import {
  connectRedis,
  createRepairs,
  listFailed,
  measureLists,
  readProcesses,
  runService,
  telegramOptions,
  watchRedis,
  withAdmins,
} from "@tgmem/service";
import { createPacer, parseWhitelist } from "@tgmem/telegram";
import { connectTelegram } from "@tgmem/telegram/gramjs";
import { createTellAdmins, redisAdminMarks } from "./admin/tell-admins.ts";
import { createDrafts } from "./drafts/drafts.ts";
import { listenToDrafts } from "./drafts/listen-to-drafts.ts";
import { redisShownDrafts } from "./drafts/shown-drafts.ts";
import { senderEnv } from "./env.ts";
import { observe } from "./observe.ts";
import { createRateLimiter } from "./pace/rate-limiter.ts";
import { createSharedPacer } from "./pace/shared-pacer.ts";
import { renderedParts } from "./rendered-parts.ts";
import { isSameAccount, senderExits, waitForSameAccount } from "./same-account.ts";
import { send } from "./send.ts";
import { bestEffort, redisSentParts } from "./sent-parts.ts";
import { redisAnsweringChats } from "./typing/answering-chats.ts";
import { tracedSend } from "./traced-send.ts";
import { createTyping } from "./typing/typing.ts";

await runService({
  name: "sender",
  description: "sends what waits on the outbound list to Telegram",
  env: senderEnv,
  exits: senderExits,
  stopDeadlineMs: 10_000,
  start: async ({ env, logger, metrics, health, outages, tracing, announce, signal, fail }) => {
    const { whitelist: listed, invalid } = parseWhitelist(env.WHITELIST_USER);
    const whitelist = withAdmins(listed, env.ADMIN_USER);
    if (invalid.length > 0) logger.warn({ invalid }, "WHITELIST_USER: these are no Telegram ids");
    if (!whitelist) logger.warn("WHITELIST_USER holds no id: answers go to everybody");

    const redis = connectRedis(env.REDIS_URL, { outages });
    watchRedis(redis, { outages, health, signal });
    const outbound = redisQueue(redis, {
      ...outboundQueue,
      onError: (err) => listFailed(outages, err),
    });
    measureLists(metrics, [{ list: "outbound", queue: outbound }]);
    const on = observe({ logger, metrics, outages });
    if (env.TELEGRAM_SERVER)
      logger.warn({ server: env.TELEGRAM_SERVER }, "this is not one of Telegram's own servers");
    const telegram = await connectTelegram({
      ...telegramOptions(env),
      sessionFile: env.TELEGRAM_SENDER_SESSION,
      device: "tgmem sender",
      signal,
      onEvent: on.telegram,
      onFatal: fail,
    });
    const presence = announce(redis, { account: telegram.account.id });
    health.check("telegram", () => telegram.health().connected);
    health.check("session", () => telegram.health().sessionKept);
    health.check("account", () => isSameAccount(redis, telegram.account.id));

    const typing = createTyping({
      telegram,
      answeringChats: redisAnsweringChats(redis),
      whitelist,
      onError: on.ignored,
    });
    const pace = { perSecond: env.SEND_PER_SECOND, chatIntervalMs: env.SEND_CHAT_INTERVAL_MS };
    const rateLimiter = createRateLimiter(
      createSharedPacer(redis, {
        ...pace,
        ownPacer: createPacer(pace),
        prefix: `tgmem:pace:${telegram.account.id}:`,
        onError: on.ignored,
      }),
    );
    const drafts = env.STREAM_ANSWERS
      ? createDrafts({
          telegram,
          whitelist,
          rateLimiter,
          shownDrafts: redisShownDrafts(redis),
          // On the outbound list a lane is named by its chat.
          isOwed: async (chatId) => (await outbound.peek(chatId, { limit: 1 })).length > 0,
          onEvent: on.draft,
          now: () => performance.now(),
        })
      : undefined;
    const options = {
      telegram,
      whitelist,
      rateLimiter,
      drafts,
      renderedParts: renderedParts(),
      sentParts: bestEffort(redisSentParts(redis), { onError: on.ignored }),
      onAnswer: (place: Place) => typing.answered(place),
      onStopped: fail,
      onEvent: on.send,
    };
    // Redis answers nothing else on a connection that listens.
    const listening = drafts && connectRedis(env.REDIS_URL, { outages });
    const consumer = consume(
      outbound,
      tracedSend((job, { signal: lost }) => send(job, options, { signal: lost }), tracing),
      {
        concurrency: 20,
        // After a crash the chats in flight wait this long.
        leaseMs: 5_000,
        onEvent: on.queue,
      },
    );
    const running = waitForSameAccount(redis, telegram.account.id, { signal }).then(() => {
      void typing.run({ signal });
      if (drafts && listening)
        listenToDrafts(listening, {
          onDraft: (draft) => drafts.heard(draft),
          onInvalid: on.invalidDraft,
          onError: on.ignored,
        });
      void drafts?.run({ signal });
      return consumer.run({ signal });
    });
    running.catch(fail);
    const inbound = redisQueue(redis, inboundQueue);
    const summaries = redisQueue(redis, summariesQueue);
    if (env.ADMIN_USER.size > 0) {
      const tellAdmins = createTellAdmins({
        marks: redisAdminMarks(redis),
        lists: [
          { name: "inbound", queue: inbound },
          { name: "outbound", queue: outbound },
          { name: "summaries", queue: summaries },
        ],
        processes: () => readProcesses(redis),
        outbound,
        admins: env.ADMIN_USER,
        onError: on.ignored,
      });
      outages.listen((event) => {
        if (event.type === "over" && event.outage.kind === "redis")
          void tellAdmins.wasAway(event.lastedMs);
      });
      void tellAdmins.run({ signal });
    }
    const repairing = createRepairs({ logger, metrics })(outbound, { list: "outbound", signal });
    return [
      () => Promise.allSettled([running, repairing]),
      () => telegram.close(),
      () => Promise.all([outbound.close(), inbound.close(), summaries.close()]),
      () => listening?.disconnect(),
      () => presence.leave(),
      () => redis.disconnect(),
    ];
  },
});

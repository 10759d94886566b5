import { inboundQueue, outboundQueue, redisPeople, summariesQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import {
  connectRedis,
  createRepairs,
  listedBy,
  listFailed,
  measureLists,
  readWhitelist,
  runService,
  telegramOptions,
  watchRedis,
  watchTelegram,
} from "@tgmem/service";
import { createPacer } from "@tgmem/telegram";
import { connectTelegram } from "@tgmem/telegram/gramjs";
import { deliver } from "./deliver.ts";
import { senderEnv } from "./env.ts";
import { observe } from "./observe.ts";
import { createSharedPacer } from "./pace/shared-pacer.ts";
import { redisRecords } from "./redis-records.ts";
import { isSameAccount, senderExits, waitForSameAccount } from "./same-account.ts";

await runService({
  name: "sender",
  description: "sends what waits on the outbound list to Telegram",
  env: senderEnv,
  exits: senderExits,
  stopDeadlineMs: 10_000,
  start: async ({ env, logger, metrics, health, outages, tracing, announce, signal, fail }) => {
    const whitelist = listedBy(readWhitelist(env, logger), env);
    if (!whitelist) logger.warn("WHITELIST_USER holds no id: answers go to everybody");

    const redis = connectRedis(env.REDIS_URL, { outages });
    watchRedis(redis, { outages, health, signal });
    const outbound = redisQueue(redis, {
      ...outboundQueue,
      onError: (err) => listFailed(outages, { list: "outbound", err }),
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
    void watchTelegram(telegram, { outages, health, signal });
    health.check("account", () => isSameAccount(redis, telegram.account.id));

    const pace = { perSecond: env.SEND_PER_SECOND, chatIntervalMs: env.SEND_CHAT_INTERVAL_MS };
    const pacer = createSharedPacer(redis, {
      ...pace,
      ownPacer: createPacer(pace),
      prefix: `tgmem:pace:${telegram.account.id}:`,
      onError: on.ignored,
    });
    // Redis answers nothing else on a connection that listens.
    const listening = env.STREAM_ANSWERS ? connectRedis(env.REDIS_URL, { outages }) : undefined;
    const inbound = redisQueue(redis, inboundQueue);
    const summaries = redisQueue(redis, summariesQueue);
    const running = deliver({
      env,
      telegram,
      lists: { inbound, outbound, summaries },
      records: redisRecords(redis),
      pacer,
      drafts: listening,
      whitelist,
      people: env.ASK_ADMIN ? redisPeople(redis) : undefined,
      on,
      outages,
      tracing,
      begin: () => waitForSameAccount(redis, telegram.account.id, { signal }),
      fail,
      signal,
    });
    running.catch(fail);
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

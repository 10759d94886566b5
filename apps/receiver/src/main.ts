import { inboundQueue, outboundQueue, publishReceiverAccount, redisPeople } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import {
  connectRedis,
  listedBy,
  readWhitelist,
  runService,
  telegramExits,
  telegramOptions,
  watchRedis,
  watchTelegram,
} from "@tgmem/service";
import { connectTelegram } from "@tgmem/telegram/gramjs";
import { receiverEnv } from "./env.ts";
import { listen } from "./listen.ts";
import { observe } from "./observe.ts";
import { safeInRedis } from "./safe-in-redis.ts";
import { redisWaitingLimit } from "./waiting/waiting-limit.ts";

await runService({
  name: "receiver",
  description: "puts what people write to the bot on the inbound list",
  env: receiverEnv,
  exits: telegramExits,
  stopDeadlineMs: 10_000,
  start: async ({ env, logger, metrics, health, outages, tracing, announce, signal, fail }) => {
    const whitelist = listedBy(readWhitelist(env, logger), env);
    if (!whitelist) logger.warn("WHITELIST_USER holds no id: everybody may talk to the bot");

    const redis = connectRedis(env.REDIS_URL, { outages });
    watchRedis(redis, { outages, health, signal });
    const inbound = redisQueue(redis, inboundQueue);
    const outbound = redisQueue(redis, outboundQueue);
    const on = observe({ logger, metrics, outages });
    if (env.TELEGRAM_SERVER)
      logger.warn({ server: env.TELEGRAM_SERVER }, "this is not one of Telegram's own servers");
    const telegram = await connectTelegram({
      ...telegramOptions(env),
      sessionFile: env.TELEGRAM_SESSION,
      device: "tgmem receiver",
      signal,
      onEvent: on.telegram,
    });
    void watchTelegram(telegram, { outages, health, signal });

    const account = telegram.account.id;
    const presence = announce(redis, { account });
    // The sender refuses to start when it is of another one.
    publishReceiverAccount(redis, account).catch((err: unknown) => logger.warn({ err }, "redis"));
    const waiting = redisWaitingLimit({
      redis,
      inbound,
      account,
      most: env.LIMIT_WAITING_MESSAGES,
    });
    const safe = safeInRedis(redis, { stopping: signal });
    const people = env.ASK_ADMIN ? redisPeople(redis) : undefined;
    const to = { inbound, outbound, waiting, whitelist, people };
    const listening = listen({ env, telegram, ...to, logger, on, tracing, safe, signal });
    listening.catch(fail);
    return [
      () => Promise.allSettled([listening]),
      () => telegram.close(),
      () => Promise.all([inbound.close(), outbound.close()]),
      () => presence.leave(),
      () => redis.disconnect(),
    ];
  },
});

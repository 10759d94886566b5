import { inboundQueue, summariesQueue, Workflows } from "@tgmem/contracts";
import { connectEngine, starter } from "@tgmem/engine";
import { redisQueue } from "@tgmem/queue/redis";
import { connectRedis, engineOptions, runService } from "@tgmem/service";
import { consume } from "./consume.ts";
import { consumerEnv } from "./env.ts";
import { report } from "./report.ts";

await runService({
  name: "consumer",
  description: "starts a workflow for every message and every summary that waits on a list",
  env: consumerEnv,
  start: async ({ env, logger, metrics, health, signal }) => {
    const redis = connectRedis(env.REDIS_URL, { logger });
    const engine = connectEngine({
      ...engineOptions(env),
      // What passes through the engine holds no text, so its lines may be shown.
      onLog: ({ component, message }) => logger.warn({ component }, message),
    });
    const inbound = redisQueue(redis, inboundQueue);
    const summaries = redisQueue(redis, summariesQueue);
    const on = report({ logger, metrics, health });
    const running = [
      consume(
        { queue: inbound, start: starter(engine, Workflows.chat), onEvent: on("inbound") },
        signal,
      ),
      consume(
        { queue: summaries, start: starter(engine, Workflows.summarize), onEvent: on("summaries") },
        signal,
      ),
    ];
    return [
      () => Promise.all(running),
      () => Promise.all([inbound.close(), summaries.close()]),
      () => redis.quit(),
    ];
  },
});

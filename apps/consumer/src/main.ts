import { inboundQueue, summariesQueue, Workflows } from "@tgmem/contracts";
import { connectEngine, servedWorkflows, starter } from "@tgmem/engine";
import { redisQueue } from "@tgmem/queue/redis";
import {
  connectRedis,
  createRepairs,
  engineOptions,
  listFailed,
  measureLists,
  repeat,
  runService,
  watchRedis,
} from "@tgmem/service";
import { dispatch } from "./dispatch.ts";
import { consumerEnv } from "./env.ts";
import { observe } from "./observe.ts";
import { observeEngine } from "./observe-engine.ts";
import { startByLane } from "./start-by-lane.ts";

await runService({
  name: "consumer",
  description: "starts a workflow for every message and every summary that waits on a list",
  env: consumerEnv,
  start: async ({ env, logger, metrics, health, outages, announce, signal, fail }) => {
    const redis = connectRedis(env.REDIS_URL, { outages });
    watchRedis(redis, { outages, health, signal });
    const presence = announce(redis);
    const engine = connectEngine({
      ...engineOptions(env),
      // What passes through the engine holds no text, so its lines may be shown. What matters of them is an outage.
      onLog: ({ component, message }) => logger.debug({ component }, message),
    });
    const served = servedWorkflows(engine);
    const onEngine = observeEngine({ health, outages });
    const inbound = redisQueue(redis, {
      ...inboundQueue,
      onError: (err) => listFailed(outages, { list: "inbound", err }),
    });
    const summaries = redisQueue(redis, {
      ...summariesQueue,
      onError: (err) => listFailed(outages, { list: "summaries", err }),
    });
    measureLists(metrics, [
      { list: "inbound", queue: inbound },
      { list: "summaries", queue: summaries },
    ]);
    const on = observe({ logger, metrics, health, outages, engine: onEngine });
    const keepRepaired = createRepairs({ logger, metrics });
    const running = [
      dispatch({
        queue: inbound,
        start: startByLane({
          messages: starter(engine, Workflows.chat),
          commands: starter(engine, Workflows.command),
          hasCommands: onEngine.hasCommands,
        }),
        onEvent: on("inbound"),
        signal,
      }),
      dispatch({
        queue: summaries,
        start: starter(engine, Workflows.summarize),
        onEvent: on("summaries"),
        signal,
      }),
      repeat(async () => onEngine.seen(await served()), {
        everyMs: 5_000,
        onError: onEngine.silent,
        signal,
      }),
      keepRepaired(inbound, { list: "inbound", signal }),
      keepRepaired(summaries, { list: "summaries", signal }),
    ];
    for (const loop of running) loop.catch(fail);
    return [
      () => Promise.all(running),
      () => Promise.all([inbound.close(), summaries.close()]),
      () => presence.leave(),
      () => redis.quit(),
    ];
  },
});

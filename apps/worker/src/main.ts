import { redisSpending } from "@tgmem/contracts";
import { connectEngine, servedWorkflows } from "@tgmem/engine";
import { connectRedis, engineOptions, runService, watchRedis } from "@tgmem/service";
import { workerEnv } from "./env.ts";
import { createArchive } from "./archive.ts";
import { observe } from "./observe.ts";
import { observedModels } from "./observed-models.ts";
import { sharedRate } from "./shared-rate.ts";
import { startWorkflows } from "./start-workflows.ts";
import { untilEngineAnswers, watchEngine } from "./watch-engine.ts";

await runService({
  name: "worker",
  description: "answers messages and keeps summaries: runs the workflows",
  env: workerEnv,
  start: async ({ env, logger, metrics, health, outages, tracing, announce, signal, fail }) => {
    const redis = connectRedis(env.REDIS_URL, { outages });
    const { isWritable } = watchRedis(redis, { outages, health, signal });
    const presence = announce(redis);

    const on = observe({ logger, metrics, outages });
    const models = await observedModels(env, { on, spending: redisSpending(redis), logger });
    const rate = sharedRate(env, { redis, metrics });
    const archive = createArchive(env, { rate, signal, onEvent: on.archive });
    if (!archive) logger.warn("no AIRTABLE_PAT: the bot keeps short-term memory only");
    // A table that cannot serve is no reason to answer nobody: the summaries wait.
    archive?.checkSchema().catch(on.schema);

    const engine = connectEngine(engineOptions(env));
    await untilEngineAnswers(servedWorkflows(engine), { outages, signal });
    const workflows = await startWorkflows({
      env,
      redis,
      models,
      archive,
      on,
      isWritable,
      tracing,
      stopping: signal,
      onFatal: fail,
    });
    health.check("engine", () => workflows.ok());
    void watchEngine(() => workflows.ok(), { outages, signal });
    return [
      () => workflows.stop(),
      () => archive?.close(),
      () => presence.leave(),
      () => redis.disconnect(),
    ];
  },
});

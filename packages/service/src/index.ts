// process
export { type Exits, runService } from "./run.ts";
export { loginEnded, telegramExits } from "./telegram-exits.ts";
export { pause, withDeadline } from "./deadline.ts";
export { createRepairs } from "./keep-repaired.ts";
export { measureLists } from "./list-metrics.ts";
export { tracedProducer } from "./tracing/traced-producer.ts";
export type { Tracing } from "./tracing/tracing.ts";
export { connectRedis, type Redis, withRedis, type WithRedisOptions } from "./redis.ts";
export { listFailed, redisTrouble } from "./redis-trouble.ts";
export { watchRedis } from "./watch-redis.ts";
// processes that are there
export type { ProcessInfo } from "./processes/process-info.ts";
export { expectedProcesses, readProcesses } from "./processes/read-processes.ts";
export { linesChannel } from "./share-lines.ts";
// environment
export { EnvError, parseEnv } from "./env.ts";
export { adminVariables, withAdmins } from "./variables/admin.ts";
export {
  airtablePaceVariables,
  airtableTableVariables,
  airtableVariables,
} from "./variables/airtable.ts";
export { engineOptions, engineVariables } from "./variables/engine.ts";
export { memoryPolicy, memoryVariables, wideWindow } from "./variables/memory.ts";
export { receivingVariables, sendingVariables, streamingVariables } from "./variables/messages.ts";
export { modelVariables } from "./variables/model.ts";
export { headersForOpenAi } from "./variables/openai-headers.ts";
export { processVariables } from "./variables/process.ts";
export { redisVariables } from "./variables/redis.ts";
export { relation } from "./variables/relation.ts";
export {
  sessionVariables,
  telegramOptions,
  telegramVariables,
  wholeServer,
} from "./variables/telegram.ts";
export { whitelistVariables } from "./variables/whitelist.ts";
export { workerVariables } from "./variables/worker.ts";
// observing
export type { Health } from "./health.ts";
export type { Logger } from "./logger.ts";
export type { Metrics } from "./metrics.ts";
export { createOutages, type OutageEvent, type Outages } from "./outages.ts";

// process
export { type Exits, runService, type ServiceContext } from "./run.ts";
export { loginEnded, telegramExits } from "./telegram-exits.ts";
export { proxiedFetch } from "./proxied-fetch.ts";
export { pause, withDeadline } from "./deadline.ts";
export { createRepairs } from "./keep-repaired.ts";
export { measureLists } from "./list-metrics.ts";
export { tracedProducer } from "./tracing/traced-producer.ts";
export type { Tracing } from "./tracing/tracing.ts";
export { connectRedis, type Redis, withRedis, type WithRedisOptions } from "./redis.ts";
export { listFailed, listWorked } from "./list-outages.ts";
export { redisTrouble } from "./redis-trouble.ts";
export { watchRedis } from "./watch-redis.ts";
export { watchTelegram } from "./watch-telegram.ts";
export { repeat } from "./repeat.ts";
// processes that are there
export type { ProcessInfo } from "./processes/process-info.ts";
export {
  expectedProcesses,
  missingProcesses,
  readProcesses,
  wholeBot,
} from "./processes/read-processes.ts";
export { beatScript, beatTwin } from "./processes/beat-script.ts";
export { linesChannel } from "./share-lines.ts";
// environment
export * from "./variables/index.ts";
// who may talk to the bot
export { type Access, mayTalk } from "./may-talk.ts";
export { readWhitelist } from "./read-whitelist.ts";
// observing
export type { Health } from "./health.ts";
export type { Logger } from "./logger.ts";
export type { Metrics } from "./metrics.ts";
export { createOutages, type OutageEvent, type Outages, outageWords } from "./outages.ts";

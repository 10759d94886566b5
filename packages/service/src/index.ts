// process
export { type Exits, runService, type Service, type ServiceContext } from "./run.ts";
export { telegramExits } from "./telegram-exits.ts";
// environment
export { EnvError, describeEnv, parseEnv } from "./env.ts";
export { airtableEnv } from "./airtable-variables.ts";
export { commonEnv, optionalText, redisUrl, secret, wholeNumber } from "./variables.ts";
export { sessionFiles, telegramEnv, whitelistUser } from "./telegram-variables.ts";
// observing
export { createHealth, type Health } from "./health.ts";
export { createLogger, type Logger } from "./logger.ts";
export { createMetrics, type Metrics } from "./metrics.ts";

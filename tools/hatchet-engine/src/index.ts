// the engine
export { type BinariesOptions, binariesFolder, engineBinaries } from "./binaries.ts";
export type { ClientEnv } from "./client-env.ts";
export { type Engine, startEngine, type StartEngineOptions } from "./start-engine.ts";
// Postgres
export {
  databaseUrl,
  DEFAULT_POSTGRES_URL,
  dropDatabase,
  postgresAnswers,
  query,
  type Row,
} from "./postgres.ts";
// processes
export { type CommandOptions, type CommandResult, lastLines, runCommand } from "./command.ts";
export { dieWithUs } from "./die-with-us.ts";
export { freePort, freePorts } from "./ports.ts";
// errors
export { EngineSetupError, type EngineSetupErrorCode } from "./errors.ts";

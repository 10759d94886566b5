// the engine
export { type BinariesOptions, binariesFolder, engineBinaries } from "./binaries.ts";
export type { ClientEnv } from "./client-env.ts";
export type { LocalEngine } from "./local-engine.ts";
export { startEngine, type StartEngineOptions } from "./start-engine.ts";
// Postgres
export {
  databaseUrl,
  defaultPostgresUrl,
  dropDatabase,
  postgresAnswers,
  query,
  type Row,
} from "./postgres.ts";
// errors
export { EngineSetupError, type EngineSetupErrorCode } from "./errors.ts";

// client
export { connectEngine, type ConnectOptions, type Engine } from "./connect.ts";
export { createHeartbeats, type Heartbeats } from "./heartbeats/heartbeats.ts";
export type { EngineLog } from "./log.ts";
// runs
export { type ServedWorkflows, servedWorkflows } from "./served-workflows.ts";
export { type Start, type Started, starter } from "./starter.ts";
export { type EngineWorker, startWorker, type WorkerHealth, type WorkerOptions } from "./worker.ts";
export type { WorkerTask } from "./task.ts";
// errors
export { EngineError, type EngineErrorCode } from "./errors.ts";

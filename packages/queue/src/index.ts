// queue
export type {
  DeadLetter,
  DeadLetters,
  Finisher,
  Job,
  NewJob,
  Outcome,
  Producer,
  Queue,
  QueueOptions,
  QueueStats,
  Receipt,
  TakeOptions,
  Taker,
} from "./queue.ts";
export { inMemoryQueue, type InMemoryQueueOptions } from "./in-memory/in-memory-queue.ts";
// consumers
export { backoffMs, type BackoffOptions } from "./backoff.ts";
export {
  consume,
  type ConsumeEvent,
  type ConsumeOptions,
  type Consumer,
  type Handler,
  type HandlerResult,
} from "./consume.ts";
export {
  keepLeases,
  type HeldLease,
  type LeaseKeeper,
  type LeaseKeeperOptions,
} from "./keep-leases.ts";
// errors
export { QueueError, type QueueErrorCode } from "./errors.ts";

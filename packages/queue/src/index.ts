// queue
export type {
  CallOptions,
  DeadLetter,
  DeadLetters,
  Finisher,
  Job,
  LaneDoor,
  NewJob,
  Outcome,
  PeekedJob,
  Producer,
  Queue,
  QueueOptions,
  QueueStats,
  Receipt,
  RepairReport,
  TakeOptions,
  Taker,
} from "./queue.ts";
export { inMemoryQueue, type InMemoryQueueOptions } from "./in-memory/in-memory-queue.ts";
export type { StoredHead, StoredLane, StoredQueue } from "./stored-queue.ts";
// consumers
export { backoffMs, type BackoffOptions } from "./backoff.ts";
export { consume } from "./consume/consume.ts";
export type {
  ConsumeEvent,
  ConsumeOptions,
  Consumer,
  ConsumerQueue,
  Handler,
  HandlerResult,
} from "./consume/consumer.ts";
export {
  keepLeases,
  type HeldLease,
  type LeaseKeeper,
  type LeaseKeeperOptions,
} from "./keep-leases.ts";
// errors
export { QueueError, type QueueErrorCode } from "./errors.ts";

import { queueRules } from "../arguments.ts";
import { Lanes } from "../lanes/lanes.ts";
import { storeOnLanes } from "../lanes/store-on-lanes.ts";
import { queueOnStore } from "../on-store/queue-on-store.ts";
import type { Queue, QueueOptions } from "../queue.ts";
import { MemoryTables } from "./memory-tables.ts";

/** The rules of an in-memory queue, and its clock. */
export interface InMemoryQueueOptions<T> extends QueueOptions<T> {
  /** Tells the time in ms since 1970. @default Date.now */
  readonly now?: () => number;
}

/** Makes a queue within one process: it keeps the promises of the Redis queue, except that it ends with the process. */
export function inMemoryQueue<T>(options: InMemoryQueueOptions<T>): Queue<T> {
  const rules = queueRules(options);
  let made = 0;
  const store = storeOnLanes(new Lanes(rules, new MemoryTables()), rules, {
    once: run,
    untilDone: run,
    now: options.now ?? Date.now,
    unique: () => `m${++made}`,
  });
  return queueOnStore(store, rules, options);
}

const run = async <R>(work: () => R): Promise<R> => work();

import { queueRules } from "../arguments.ts";
import { queueOnStore } from "../on-store/queue-on-store.ts";
import type { Queue, QueueOptions } from "../queue.ts";
import { inMemoryStore } from "./in-memory-store.ts";
import { Lanes } from "./lanes.ts";

/** The rules of an in-memory queue, and its clock. */
export interface InMemoryQueueOptions<T> extends QueueOptions<T> {
  /** Tells the time in ms since 1970. @default Date.now */
  readonly now?: () => number;
}

/** Makes a queue within one process: it keeps the promises of the Redis queue, except that it ends with the process. */
export function inMemoryQueue<T>(options: InMemoryQueueOptions<T>): Queue<T> {
  const rules = queueRules(options);
  const store = inMemoryStore(new Lanes(rules), rules, options.now ?? Date.now);
  return queueOnStore(store, rules, options);
}

import { invalid, queueRules } from "../arguments.ts";
import { queueOnStore } from "../on-store/queue-on-store.ts";
import { withSharedOptions } from "../on-store/shared-options.ts";
import type { Queue, QueueOptions } from "../queue.ts";
import type { RedisClient } from "./client.ts";
import { redisStore } from "./redis-store.ts";
import { registerOptions } from "./register-options.ts";
import { redisTransport } from "./transport.ts";

/** The rules of a queue on Redis, and who hears of trouble. */
export interface RedisQueueOptions<T> extends QueueOptions<T> {
  /**
   * Hears of trouble on a connection that the queue made itself, and, once an outage, with which code Redis refuses what
   * calls wait for (READONLY, MISCONF, …). The queue reconnects and repeats on its own.
   */
  readonly onError?: (error: Error) => void;
  /** A clock for tests, in ms since 1970, equal for all users of the queue. @default the clock of the Redis server */
  readonly now?: () => number;
}

/**
 * Makes a queue on Redis >= 7.0. Pushes, dead letters and stats go over the given client, so its own settings decide when a
 * caller hears that Redis is away. Takes and whatever finishes jobs go over a connection of the queue's own, which waits
 * for Redis to come back and repeats; waits for jobs go over a second one. No call waits longer than `callTimeoutMs`.
 */
export function redisQueue<T>(redis: RedisClient, options: RedisQueueOptions<T>): Queue<T> {
  const rules = queueRules(options);
  if (redis.options.keyPrefix) {
    throw invalid(
      "Expected a client without `keyPrefix`: the scripts compute keys. Use `name` instead.",
    );
  }
  const transport = redisTransport(redis, rules, options);
  const { once, untilAnswered } = transport;
  const register = {
    once: registerOptions(once, rules.name),
    untilAnswered: registerOptions(untilAnswered, rules.name),
  };
  const store = withSharedOptions(redisStore(transport, rules, options), register, rules);
  return queueOnStore(store, rules, options);
}

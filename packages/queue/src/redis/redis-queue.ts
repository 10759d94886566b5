import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import { invalid, type QueueRules, queueRules } from "../arguments.ts";
import { pause } from "../deadline.ts";
import { QueueError } from "../errors.ts";
import type { LaneStore } from "../lane-store.ts";
import type { Queue, QueueOptions } from "../queue.ts";
import { queueOnStore } from "../queue-on-store.ts";
import { blockMs, readyBell } from "./bell.ts";
import { type Commands, commandsOf, type Slot } from "./commands.ts";
import { connections } from "./connections.ts";
import { isPassing, queueErrorOf } from "./redis-error.ts";

export interface RedisQueueOptions<T> extends QueueOptions<T> {
  /** Trouble on a connection the queue made itself; it reconnects on its own. */
  readonly onError?: (error: Error) => void;
  /** A clock for tests, equal for all users of the queue. @default the clock of the Redis server */
  readonly now?: () => number;
}

const passingPollMs = 200;
/** The in-flight limit holds lanes back: `ready` is not empty, a blocking read would answer at once. */
const fullPollMs = 50;

/**
 * A queue on Redis >= 7.0. Pushes, dead letters and stats go over the given client, so its own settings decide when a
 * caller hears that Redis is away. Takes and whatever finishes jobs go over a connection of the queue's own, which waits
 * for Redis to come back and repeats; waits go over a second one.
 */
export function redisQueue<T>(redis: Redis, options: RedisQueueOptions<T>): Queue<T> {
  const rules = queueRules(options);
  if (redis.options.keyPrefix) {
    throw invalid(
      "Expected a client without `keyPrefix`: the scripts compute keys. Use `name` instead.",
    );
  }
  const commands = commandsOf(rules, options.now);
  return queueOnStore(redisStore(redis, commands, rules, options.onError), rules, options.schema);
}

function redisStore(
  redis: Redis,
  commands: Commands,
  rules: QueueRules,
  onError: ((error: Error) => void) | undefined,
): LaneStore {
  const closing = new AbortController();
  const own = connections(redis, onError);
  const bell = readyBell(() => own.blocking(), commands.ready, closing.signal);
  const slots: Slot[] = [];
  const unanswered = new Set<(error: Error) => void>();
  const base = randomBytes(9).toString("base64url");
  let made = 0;
  const unique = () => base + (made++).toString(36);

  /** Sends a producer's command once, and the caller hears what happened. */
  async function once<R>(command: () => Promise<R>): Promise<R> {
    try {
      return await command();
    } catch (error) {
      throw named(error);
    }
  }

  /**
   * Repeats a command of whoever holds jobs until Redis answers. The arguments stay the same, so a repeat hears the
   * first answer.
   */
  async function untilAnswered<R>(command: (worker: Redis) => Promise<R>): Promise<R> {
    for (;;) {
      try {
        return await orClosed(command(own.worker()));
      } catch (error) {
        if (closing.signal.aborted || !isPassing(error)) throw named(error);
        await pause(passingPollMs, closing.signal);
      }
    }
  }

  /** A client that is disconnected while it waits to reconnect leaves what it was asked pending for ever. */
  function orClosed<R>(work: Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      unanswered.add(reject);
      void work.then(resolve, reject).finally(() => unanswered.delete(reject));
    });
  }

  function named(error: unknown): QueueError {
    if (!closing.signal.aborted) return queueErrorOf(error, rules.name, rules.maxDepth);
    return new QueueError("closed", `Queue ${rules.name} was closed before Redis answered.`, {
      cause: error,
    });
  }

  return {
    push: (entries) => once(() => commands.push(redis, entries)),
    async take({ max, leaseMs }) {
      const slot = slots.pop() ?? { id: unique(), number: 0 };
      slot.number++;
      const batch = await untilAnswered((worker) => commands.take(worker, { slot, max, leaseMs }));
      slots.push(slot); // Not after a failure: its take may still run.
      return batch;
    },
    finish: (tickets, how) => untilAnswered((worker) => commands.finish(worker, tickets, how)),
    async claim(claims) {
      const marked = claims.map((claim) => ({ ...claim, token: unique() }));
      const answers = await untilAnswered((worker) => commands.claim(worker, marked));
      return answers.map((answer) => (typeof answer === "string" ? null : answer));
    },
    async next(receipts) {
      const marked = receipts.map((receipt) => ({ ...receipt, token: unique() }));
      return untilAnswered((worker) => commands.next(worker, marked));
    },
    async idle({ nextMs, full }, signal) {
      if (full) return pause(fullPollMs, signal);
      const over = new AbortController();
      const latest = pause(
        nextMs === null ? blockMs : Math.min(blockMs, nextMs + 1),
        signal,
        over.signal,
      );
      await Promise.race([bell(), latest]);
      over.abort();
    },
    deadLetters: (limit) => once(() => commands.deadLetters(redis, limit)),
    unacknowledged: (limit) => once(() => commands.unacknowledged(redis, limit)),
    acknowledge: (through) => once(() => commands.acknowledge(redis, through)),
    replay: (numbers) => once(() => commands.replay(redis, numbers)),
    stats: () => once(() => commands.stats(redis)),
    async close() {
      closing.abort();
      await own.close();
      for (const reject of unanswered) reject(new Error("Connection is closed."));
    },
  };
}

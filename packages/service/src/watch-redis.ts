import { pause, withDeadline } from "./deadline.ts";
import type { Health } from "./health.ts";
import type { Outages } from "./outages.ts";
import type { Redis } from "./redis.ts";
import { redisTrouble } from "./redis-trouble.ts";

/** What is told of Redis, and to whom. */
export interface WatchRedisOptions {
  readonly outages: Outages;
  readonly health: Pick<Health, "check">;
  /** The time between two writes, in ms. @default 5_000 */
  readonly everyMs?: number;
  /** How long Redis may take to answer, in ms. @default 3_000 */
  readonly answerMs?: number;
  readonly signal: AbortSignal;
}

/** The key that is written. A process on another machine may write it too: nobody reads it. */
const probeKey = "tgmem:probe";
const probeForMs = 60_000;

/** What is known of Redis. */
interface WatchedRedis {
  /** Whether it took the last write. */
  readonly isWritable: () => boolean;
  /** Resolves when the watch has ended. */
  readonly ended: Promise<void>;
}

/**
 * Writes to Redis every few seconds until the signal, because one that is full, or whose disk is, answers a ping all the
 * same. The process is not ready while the last write failed.
 */
export function watchRedis(
  redis: Pick<Redis, "set">,
  { outages, health, everyMs = 5_000, answerMs = 3_000, signal }: WatchRedisOptions,
): WatchedRedis {
  let isWritable = true;
  health.check("redis", () => isWritable);
  return { isWritable: () => isWritable, ended: watch() };

  async function watch(): Promise<void> {
    // One at a time: what is sent while Redis is away waits in the client.
    let asked: Promise<unknown> | undefined;
    while (!signal.aborted) {
      asked ??= redis.set(probeKey, "1", "PX", probeForMs).finally(() => (asked = undefined));
      asked.catch(() => {});
      try {
        await withDeadline(asked, { ms: answerMs, late: () => new Error("no answer"), signal });
        isWritable = true;
        outages.worked("redis");
      } catch (err) {
        if (signal.aborted) return;
        isWritable = false;
        outages.failed("redis", { ...redisTrouble(err), err });
      }
      await pause(everyMs, { signal });
    }
  }
}

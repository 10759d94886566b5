import { withDeadline } from "./deadline.ts";
import type { Health } from "./health.ts";
import type { Outages } from "./outages.ts";
import type { Redis } from "./redis.ts";
import { redisTrouble } from "./redis-trouble.ts";
import { repeat } from "./repeat.ts";

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
  /** Whether it took the last write, as far as there was one. */
  readonly isWritable: () => boolean;
  /** Resolves when the watch has ended. */
  readonly ended: Promise<void>;
}

/**
 * Writes to Redis every few seconds until the signal, because one that is full, or whose disk is, answers a ping all the
 * same. The process is not ready before the first write, nor while the last one failed.
 */
export function watchRedis(
  redis: Pick<Redis, "set">,
  { outages, health, everyMs = 5_000, answerMs = 3_000, signal }: WatchRedisOptions,
): WatchedRedis {
  /** Whether it took the last write; undefined = there was none yet. */
  let took: boolean | undefined;
  /** One at a time: what is sent while Redis is away waits in the client. */
  let asked: Promise<unknown> | undefined;
  health.check("redis", () => took === true);
  return { isWritable: () => took !== false, ended: repeat(probe, { everyMs, onError, signal }) };

  async function probe(): Promise<void> {
    asked ??= redis.set(probeKey, "1", "PX", probeForMs).finally(() => (asked = undefined));
    asked.catch(() => {});
    await withDeadline(asked, { ms: answerMs, late: () => new Error("no answer"), signal });
    took = true;
    outages.worked("redis");
  }
  function onError(err: unknown): void {
    took = false;
    outages.failed("redis", { ...redisTrouble(err), err });
  }
}

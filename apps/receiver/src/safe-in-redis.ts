import { pause, type Redis, withDeadline } from "@tgmem/service";
import type { ListenOptions } from "@tgmem/telegram";

/** Redis was started anew soon after it had acknowledged something, and may have lost that with the power. */
export class RedisRestarted extends Error {
  override readonly name = "RedisRestarted";
  constructor() {
    super("Redis was started anew: what it acknowledged in the seconds before may be gone.");
  }
}

export interface SafeInRedisOptions {
  /** The time after which Redis has written to its disk what it acknowledged, in ms. @default 3_000 */
  readonly afterMs?: number;
  /** Ends the wait: a Redis that is stopped in order loses nothing. */
  readonly stopping: AbortSignal;
}

const answerMs = 60_000;

/**
 * Says when Redis can lose nothing any more of what it has acknowledged until now. With `appendfsync everysec` it writes to its
 * disk every second, late by a second at most: whoever is still the same process after three has what it had.
 */
export function safeInRedis(
  redis: Pick<Redis, "info">,
  { afterMs = 3_000, stopping }: SafeInRedisOptions,
): NonNullable<ListenOptions["safe"]> {
  let known = runIdOf(redis);
  return async ({ signal }) => {
    await pause(afterMs, { signal: AbortSignal.any([signal, stopping]) });
    const late = () => new RedisRestarted();
    const before = await withDeadline(known, { ms: answerMs, late, signal });
    const now = await withDeadline(runIdOf(redis), { ms: answerMs, late, signal });
    if (now === before) return;
    known = Promise.resolve(now);
    throw new RedisRestarted();
  };
}

/** A process of Redis has an id of its own. One that may not be asked is taken for the same always. */
const runIdOf = (redis: Pick<Redis, "info">): Promise<string | undefined> =>
  redis.info("server").then(
    (info) => /^run_id:(\w+)/mu.exec(info)?.[1],
    () => undefined,
  );

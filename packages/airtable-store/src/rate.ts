import { AirtableError } from "./errors.ts";
import { type Clock, realClock } from "./clock.ts";

/** Who may call, and when. One is shared by everything that uses the same base. */
export interface RateLimit {
  /**
   * Waits for its turn. Rejects at once with `rate_limited` when the turn would come after `deadline` (a time as of
   * `now`), and with the signal's reason when it aborts.
   */
  take(options: { readonly deadline: number; readonly signal: AbortSignal }): Promise<void>;
  /** Nobody calls for `ms`. */
  freeze(ms: number): void;
}

/**
 * `perSecond` calls, evenly spaced. Evenly, because a bucket that fills up would let through twice as many in the first
 * second, and Airtable answers that by freezing the base for 30 s.
 */
export function evenRate(
  perSecond: number,
  { now, sleep }: Pick<Clock, "now" | "sleep"> = realClock,
): RateLimit {
  if (!(perSecond > 0))
    throw new RangeError(
      `Expected \`rate\` to be a positive number of calls per second, got \`${perSecond}\`.`,
    );
  const everyMs = 1000 / perSecond;
  let nextAt = 0;
  let frozenUntil = 0;
  return {
    async take({ deadline, signal }) {
      for (;;) {
        signal.throwIfAborted();
        const time = now();
        const at = Math.max(nextAt, frozenUntil, time);
        if (at > deadline) throw tooLate(at - time);
        // While frozen nobody takes a turn: the line forms when the base thaws.
        const thawing = frozenUntil > time;
        if (!thawing) nextAt = at + everyMs;
        if (at === time) return;
        await sleep(at - time, signal);
        if (!thawing && frozenUntil <= now()) return;
      }
    },
    freeze(ms) {
      frozenUntil = Math.max(frozenUntil, now() + ms);
    },
  };
}

const tooLate = (ms: number) =>
  new AirtableError(
    "rate_limited",
    `The base may not be called for ${Math.ceil(ms)} ms, which is after the deadline: try again then.`,
    { retryAfterMs: Math.ceil(ms) },
  );

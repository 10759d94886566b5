import { AirtableError } from "./errors.ts";
import { type Clock, realClock } from "./clock.ts";

/** Decides who may call a base, and when. One is shared by everything that uses the same base. */
export interface RateLimit {
  /**
   * Waits for the caller's turn. Rejects at once with `rate_limited` when it would come after `deadline` (a time in ms since
   * 1970), and with the signal's reason when it aborts.
   */
  take(options: { readonly deadline: number; readonly signal: AbortSignal }): Promise<void>;
  /** Lets nobody call for `ms`. */
  freeze(ms: number): Promise<void>;
}

/**
 * Allows `perSecond` calls, evenly spaced. Evenly, because a bucket that fills up would let through twice as many in the
 * first second, and Airtable answers that by freezing the base for 30 s.
 * @throws AirtableError `invalid_argument` when `perSecond` is not a positive number
 */
export function evenRate(
  perSecond: number,
  { now, pause }: Pick<Clock, "now" | "pause"> = realClock,
): RateLimit {
  checkPerSecond(perSecond);
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
        // While the base is frozen nobody takes a turn: turns are given out when the freeze is over.
        const frozen = frozenUntil > time;
        if (!frozen) nextAt = at + everyMs;
        if (at === time) return;
        await pause(at - time, { signal });
        signal.throwIfAborted();
        if (!frozen && frozenUntil <= now()) return;
      }
    },
    async freeze(ms) {
      frozenUntil = Math.max(frozenUntil, now() + ms);
    },
  };
}

/** @throws AirtableError `invalid_argument` when it is not a positive number */
export function checkPerSecond(perSecond: number): void {
  if (!(perSecond > 0))
    throw new AirtableError(
      "invalid_argument",
      `Expected \`rate\` to be a positive number of calls per second, got \`${perSecond}\`.`,
    );
}

/** The error for a turn that comes in so many ms, after the caller's deadline. */
export const tooLate = (ms: number) =>
  new AirtableError(
    "rate_limited",
    `The base may not be called for ${Math.ceil(ms)} ms, which is after the deadline: try again then.`,
    { retryAfterMs: Math.ceil(ms) },
  );

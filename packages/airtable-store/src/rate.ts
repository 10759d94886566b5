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
  /**
   * Whether the month has calls to spare, where those who share the rate count its calls together. Absent = each counts its
   * own, by `callsPerMonth` of the archive.
   */
  hasSpare?(): boolean;
}

/**
 * Allows `perSecond` calls, evenly spaced. Evenly, because a bucket that fills up would let through twice as many in the
 * first second, and Airtable answers that by freezing the base for 30 s. Who comes late to a turn, because the process was
 * busy, waits until the calls that were made leave room for one more.
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
  const { most, withinMs } = roomFor(perSecond);
  const made: number[] = [];

  const roomAt = (): number =>
    made.length < most ? Number.NEGATIVE_INFINITY : (made[0] ?? 0) + withinMs;
  function make(time: number): void {
    made.push(time);
    if (made.length > most) made.shift();
  }

  return {
    async take({ deadline, signal }) {
      let turn: number | undefined;
      for (;;) {
        signal.throwIfAborted();
        const time = now();
        // Turns are given out when a freeze is over, and one that was waited for meanwhile is none.
        if (frozenUntil > time) turn = undefined;
        const at = frozenUntil > time ? frozenUntil : Math.max(turn ?? nextAt, roomAt(), time);
        if (at > deadline) throw tooLate(at - time);
        if (turn === undefined && frozenUntil <= time) {
          turn = Math.max(nextAt, time);
          nextAt = turn + everyMs;
        }
        if (at === time) return make(time);
        await pause(at - time, { signal });
      }
    },
    async freeze(ms) {
      frozenUntil = Math.max(frozenUntil, now() + ms);
    },
  };
}

/** How many calls there is room for within how many ms: what Airtable counts, and what is spaced evenly besides. */
export function roomFor(perSecond: number): { readonly most: number; readonly withinMs: number } {
  const most = Math.max(1, Math.floor(perSecond));
  return { most, withinMs: (most * 1_000) / perSecond };
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

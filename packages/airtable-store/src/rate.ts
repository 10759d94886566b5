import { AirtableError } from "./errors.ts";
import { type Clock, realClock } from "./clock.ts";

/** Decides who may call a base, and when. One is shared by everything that uses the same base. */
export interface RateLimit {
  /**
   * Waits for the caller's turn. Rejects at once with `rate_limited` when it would come after `deadline` (a time in ms since
   * 1970), and with the signal's reason when it aborts. Resolves with a function to be called once the answer is there, or
   * given up: nobody knows before when Airtable counted the call.
   */
  take(options: { readonly deadline: number; readonly signal: AbortSignal }): Promise<() => void>;
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
 * first second, and Airtable answers that by freezing the base for 30 s. Calls that are slow on their way, or late in a busy
 * process, could still arrive at once: of those without an answer, or with one since less than a second, there are never
 * more than Airtable allows in a second (see `roomFor`).
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
  const room = roomFor(perSecond);
  let calls: { countsUntil: number }[] = [];

  function begin(time: number): (() => void) | undefined {
    calls = calls.filter(({ countsUntil }) => countsUntil > time);
    if (calls.length >= room) return undefined;
    const call = { countsUntil: time + unansweredMs };
    calls.push(call);
    return () => {
      call.countsUntil = now() + countedMs;
    };
  }

  return {
    async take({ deadline, signal }) {
      let turn: number | undefined;
      for (;;) {
        signal.throwIfAborted();
        const time = now();
        // Turns are given out when a freeze is over, and one that was waited for meanwhile is none.
        if (frozenUntil > time) turn = undefined;
        const at = frozenUntil > time ? frozenUntil : Math.max(turn ?? nextAt, time);
        if (at > deadline) throw tooLate(at - time);
        if (turn === undefined && frozenUntil <= time) {
          turn = Math.max(nextAt, time);
          nextAt = turn + everyMs;
        }
        const ended = at === time ? begin(time) : undefined;
        if (ended) return ended;
        const ms = at === time ? lookMs : at - time;
        if (time + ms > deadline) throw tooLate(ms);
        await pause(ms, { signal });
      }
    },
    async freeze(ms) {
      frozenUntil = Math.max(frozenUntil, now() + ms);
    },
  };
}

/** Airtable counts a call for so long after it came, in ms. */
export const countedMs = 1_000;
/** A call whose end nobody tells, because its process died, counts for so long, in ms. */
export const unansweredMs = 60_000;
/** Who has a turn and finds no room looks again after so many ms. */
export const lookMs = 100;
/** Calls a second that Airtable allows a base: https://airtable.com/developers/web/api/rate-limits */
const airtablePerSecond = 5;

/**
 * How many calls may be without an answer, or have one since less than a second: a quarter more than a second has turns, so
 * that the time on the way costs none, but not more than Airtable allows. Whenever it counts a call, between its beginning and
 * its answer, no second holds more.
 */
export const roomFor = (perSecond: number): number =>
  Math.max(
    1,
    Math.min(Math.floor(perSecond * 1.25), Math.max(airtablePerSecond, Math.floor(perSecond))),
  );

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

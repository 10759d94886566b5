import { AirtableError } from "./errors.ts";

const hourMs = 3_600_000;

/** Keeps calls away from a base whose workspace has none left, but looks once an hour whether that is still so. */
export function monthlyBreaker(now: () => number) {
  let openUntil = 0;
  let probeAt = 0;
  return {
    /**
     * Takes the right to make one call. While the breaker is open there is one an hour, and who takes it finds out for
     * all whether the month is still used up.
     * @throws AirtableError `quota_exhausted` when there is none to take
     */
    acquire(): void {
      if (now() >= openUntil) return;
      if (now() < probeAt) throw exhausted(Math.min(probeAt, openUntil) - now());
      probeAt = now() + hourMs;
    },
    /** Opens until the month ends (by UTC): Airtable has said that the calls of this one are used up. */
    open(): void {
      const date = new Date(now());
      openUntil = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
      probeAt = now() + hourMs;
    },
    /** Whether the month is used up, by all that is known. */
    isOpen: () => now() < openUntil,
    /** Closes: Airtable has answered a call. */
    close(): void {
      openUntil = 0;
    },
  };
}

const exhausted = (retryAfterMs: number) =>
  new AirtableError(
    "quota_exhausted",
    "The calls of this month are used up: raise the plan of the workspace or wait for the next month.",
    { retryAfterMs },
  );

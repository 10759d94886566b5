import { AirtableError } from "./errors.ts";

const hourMs = 3_600_000;

/** Keeps calls away from a base whose workspace has none left, but looks once an hour whether that is still so. */
export function monthlyBreaker(now: () => number) {
  let openUntil = 0;
  let probeAt = 0;
  return {
    /** @throws AirtableError `quota_exhausted` while open; lets one call an hour through */
    check(): void {
      if (now() >= openUntil) return;
      if (now() >= probeAt) {
        probeAt = now() + hourMs;
        return;
      }
      throw new AirtableError(
        "quota_exhausted",
        "The calls of this month are used up: raise the plan of the workspace or wait for the next month.",
        {
          retryAfterMs: Math.min(probeAt, openUntil) - now(),
        },
      );
    },
    open(): void {
      const date = new Date(now());
      openUntil = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
      probeAt = now() + hourMs;
    },
    close(): void {
      openUntil = 0;
    },
    isOpen: () => now() < openUntil,
  };
}

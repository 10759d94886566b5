/** How many retries may follow each other at once. */
const burst = 10;
/** A quiet program has retries, too. */
const perMs = 6 / 60_000;

/** Keeps retries from multiplying the requests while everything fails: each call earns a share of one. */
export function retryBudget({
  share,
  now,
}: {
  readonly share: number;
  readonly now: () => number;
}) {
  let saved = burst;
  let atMs = now();

  return {
    /** Earns for a call, and for the time since the last one. */
    earn(): void {
      const passedMs = Math.max(0, now() - atMs);
      atMs += passedMs;
      saved = Math.min(burst, saved + passedMs * perMs + share);
    },
    /** Takes one retry; false = there is none left. */
    spend(): boolean {
      if (saved < 1) return false;
      saved--;
      return true;
    },
  };
}

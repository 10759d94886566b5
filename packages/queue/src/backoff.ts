/** The bounds of a back-off. */
export interface BackoffOptions {
  /** The wait after the first failed attempt at most, in ms. @default 500 */
  readonly baseMs?: number;
  /** The longest wait, in ms. @default 60_000 */
  readonly maxMs?: number;
  /** Spreads the retries of jobs that failed together: gives a number, 0 ≤ x < 1. @default Math.random */
  readonly random?: () => number;
}

/**
 * Says how many ms to wait after the failed attempt number `attempt` (from 1): it doubles each time, and half of it is
 * random.
 */
export function backoffMs(
  attempt: number,
  { baseMs = 500, maxMs = 60_000, random = Math.random }: BackoffOptions = {},
): number {
  return Math.round(Math.min(maxMs, baseMs * 2 ** (attempt - 1)) * (0.5 + random() / 2));
}

export interface BackoffOptions {
  /** @default 500 */
  readonly baseMs?: number;
  /** @default 60_000 */
  readonly maxMs?: number;
  /** Spreads the retries of jobs that failed together. @default Math.random */
  readonly random?: () => number;
}

/** How long to wait after the failed attempt number `attempt` (from 1): doubles each time, of which half is random. */
export function backoffMs(
  attempt: number,
  { baseMs = 500, maxMs = 60_000, random = Math.random }: BackoffOptions = {},
): number {
  return Math.round(Math.min(maxMs, baseMs * 2 ** (attempt - 1)) * (0.5 + random() / 2));
}

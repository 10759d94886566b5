export interface BackoffOptions {
  readonly baseMs: number;
  readonly maxMs: number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/** How long to wait after the failed attempt number `attempt` (from 1): doubles each time, of which half is random. */
export function backoffMs(attempt: number, { baseMs, maxMs, random }: BackoffOptions): number {
  return Math.min(maxMs, baseMs * 2 ** (attempt - 1)) * (0.5 + random() / 2);
}

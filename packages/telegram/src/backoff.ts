export interface BackoffOptions {
  readonly baseMs: number;
  readonly maxMs: number;
  /** Spreads the attempts of those that failed together. @default Math.random */
  readonly random?: () => number;
}

/**
 * Says how many ms to wait after the failed attempt number `attempt` (from 1): it doubles each time, and half of it is
 * random.
 */
export const backoffMs = (
  attempt: number,
  { baseMs, maxMs, random = Math.random }: BackoffOptions,
): number => Math.round(Math.min(maxMs, baseMs * 2 ** (attempt - 1)) * (0.5 + random() / 2));

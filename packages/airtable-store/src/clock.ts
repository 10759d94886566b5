import { pause } from "./deadline.ts";

/** Time and chance, injected so that tests need neither. */
export interface Clock {
  /** Tells the time in ms since 1970. */
  readonly now: () => number;
  /** Resolves after `ms`, or at once when the signal aborts. */
  readonly pause: (ms: number, options: { readonly signal: AbortSignal }) => Promise<void>;
  /** Gives a number, 0 ≤ x < 1. */
  readonly random: () => number;
}

export const realClock: Clock = { now: Date.now, pause, random: Math.random };

const monthMs = 30 * 86_400_000;
const dayMs = 86_400_000;

/** Decides what may be spent on looks that are no duty, by what the month has. */
export interface CallBudget {
  /** Counts a call that is made, whatever it is for. */
  spend(): void;
  /** Whether the month has calls to spare, beyond those that saves need. */
  hasSpare(): boolean;
  /** Whether the last look at all that is known is so long ago that one is due, however little there is to spare. */
  isLookDue(): boolean;
  /** Notes such a look. */
  looked(): void;
}

/** How a month's calls are spread over it. */
export interface Spread {
  /** How many calls that were not made are saved up at most. */
  readonly most: number;
  /** How many become free in one ms. */
  readonly perMs: number;
}

/** Spreads most calls over the month: some stay for repetitions, and for a month that is busier at its end. */
export const spreadOf = (callsPerMonth: number): Spread => ({
  most: Math.min(callsPerMonth, Math.max(1, callsPerMonth / 50)),
  perMs: Number.isFinite(callsPerMonth) ? (0.94 * callsPerMonth) / monthMs : 0,
});

/**
 * Counts the calls of this process. What is spent beyond what has become free is made up for by fewer looks. `sharedSpare`
 * knows better, where several processes count together.
 */
export function callBudget(
  callsPerMonth: number,
  { now, sharedSpare }: { readonly now: () => number; readonly sharedSpare?: () => boolean },
): CallBudget {
  const { most, perMs } = spreadOf(callsPerMonth);
  let level = most;
  let levelAt = now();
  let lookedAt = -Infinity;
  return {
    spend() {
      const at = now();
      level = Math.min(most, level + (at - levelAt) * perMs) - 1;
      levelAt = at;
    },
    hasSpare: sharedSpare ?? (() => level + (now() - levelAt) * perMs >= 1),
    isLookDue: () => now() - lookedAt >= dayMs,
    looked: () => void (lookedAt = now()),
  };
}

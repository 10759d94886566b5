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

/**
 * Spreads most of `callsPerMonth` over the month. What is not spent is saved up, a fiftieth of the month at most; what is spent
 * beyond it is made up for by fewer looks.
 */
export function callBudget(callsPerMonth: number, now: () => number): CallBudget {
  const most = Math.min(callsPerMonth, Math.max(1, callsPerMonth / 50));
  // Some stay for repetitions, and for a month that is busier at its end.
  const perMs = Number.isFinite(callsPerMonth) ? (0.94 * callsPerMonth) / monthMs : 0;
  let level = most;
  let levelAt = now();
  let lookedAt = -Infinity;
  function refill(): void {
    const at = now();
    level = Math.min(most, level + (at - levelAt) * perMs);
    levelAt = at;
  }
  return {
    spend() {
      refill();
      level--;
    },
    hasSpare: () => level + (now() - levelAt) * perMs >= 1,
    isLookDue: () => now() - lookedAt >= dayMs,
    looked: () => void (lookedAt = now()),
  };
}

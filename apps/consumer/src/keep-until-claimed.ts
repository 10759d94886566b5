import type { LeaseKeeper, Receipt } from "@tgmem/queue";

/** Keeps the leases of jobs whose runs wait in the engine. */
export interface KeptLeases {
  /** Keeps these until a worker has claimed the job, and for `forMs` at most. */
  keep(receipts: readonly Receipt[]): void;
  /** Says how many jobs no worker had claimed when leases were extended last. */
  waiting(): number;
  /** Extends leases now, by which it is heard of claims. */
  look(): Promise<void>;
  /** Keeps none any more. */
  close(): void;
}

/**
 * Makes it of what extends the leases of a list. Leases are short, so that the jobs of a consumer that was killed go on soon, and
 * live as long as the consumer does. After `forMs` a job is let go nevertheless, and taken again: the engine may have lost its run.
 */
export function keepUntilClaimed(
  leases: LeaseKeeper,
  { forMs }: { readonly forMs: number },
): KeptLeases {
  const kept = new Set<{ readonly unclaimed: () => number; readonly letGo: () => void }>();
  return {
    keep(receipts) {
      const held = receipts.map((receipt) => leases.hold(receipt));
      const group = { unclaimed: () => held.filter(({ lost }) => !lost).length, letGo };
      function letGo(): void {
        clearTimeout(timer);
        kept.delete(group);
        for (const lease of held) lease.release();
      }
      const timer = setTimeout(letGo, forMs);
      kept.add(group);
    },
    waiting() {
      let waiting = 0;
      for (const { unclaimed, letGo } of kept) {
        const count = unclaimed();
        if (count === 0) letGo();
        waiting += count;
      }
      return waiting;
    },
    look: () => leases.tick(),
    close() {
      for (const { letGo } of kept) letGo();
    },
  };
}

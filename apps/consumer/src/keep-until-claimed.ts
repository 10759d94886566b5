import type { LeaseKeeper, Receipt } from "@tgmem/queue";

/** Keeps the leases of jobs whose runs wait in the engine. */
export interface KeptLeases {
  /** Keeps these until a worker has claimed the job, and for `forMs` at most. */
  keep(receipts: readonly Receipt[]): void;
  /** Keeps none any more. */
  close(): void;
}

/**
 * Makes it of what extends the leases of a list. Leases are short, so that the jobs of a consumer that was killed go on soon, and
 * live as long as the consumer does. After `forMs` a job is let go nevertheless, and taken again: the engine may have lost its run.
 */
export function keepUntilClaimed(
  leases: Pick<LeaseKeeper, "hold">,
  { forMs }: { readonly forMs: number },
): KeptLeases {
  const kept = new Set<() => void>();
  return {
    keep(receipts) {
      const held = receipts.map((receipt) => leases.hold(receipt));
      function letGo(): void {
        clearTimeout(timer);
        kept.delete(letGo);
        for (const lease of held) lease.release();
      }
      const timer = setTimeout(letGo, forMs);
      kept.add(letGo);
    },
    close() {
      for (const letGo of kept) letGo();
    },
  };
}

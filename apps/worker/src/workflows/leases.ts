import type { Finisher } from "@tgmem/queue";

/** Keeps the leases of what this process works on. */
export interface Leases {
  /**
   * Extends the lease until `release`. `signal` aborts with the given one, and when somebody else has claimed the job:
   * then `lost()` is true, and nothing may be written any more. Release before the receipt is settled or passed on.
   */
  hold(receipt: string, signal: AbortSignal): { readonly signal: AbortSignal; lost(): boolean; release(): void };
  close(): void;
}

/** One timer for all that is held: a third of the lease, so that two extensions may fail. */
export function keepLeases(queue: Pick<Finisher<unknown>, "extend">, { leaseMs }: { readonly leaseMs: number }): Leases {
  const held = new Map<string, AbortController>();
  const lost = new WeakSet<AbortController>();
  const timer = setInterval(() => void extendAll(), leaseMs / 3);
  timer.unref();

  async function extendAll(): Promise<void> {
    const asked = [...held];
    if (asked.length === 0) return;
    // Without an answer nothing is known to be lost: the receipts hold until somebody else claims.
    const outcomes = await queue.extend([...held.keys()], { leaseMs }).catch(() => []);
    outcomes.forEach((outcome, index) => {
      const [receipt, controller] = asked[index] ?? [];
      // A receipt that was settled or passed on while the question was on the wire is no loss.
      if (!receipt || !controller || outcome === "done" || held.get(receipt) !== controller) return;
      lost.add(controller);
      controller.abort(new Error("the lease was lost: another run has claimed the job"));
    });
  }

  return {
    hold(receipt, signal) {
      const controller = new AbortController();
      const abort = () => controller.abort(signal.reason);
      if (signal.aborted) abort();
      else signal.addEventListener("abort", abort, { once: true });
      held.set(receipt, controller);
      return {
        signal: controller.signal,
        lost: () => lost.has(controller),
        release() {
          signal.removeEventListener("abort", abort);
          held.delete(receipt);
        },
      };
    },
    close: () => clearInterval(timer),
  };
}

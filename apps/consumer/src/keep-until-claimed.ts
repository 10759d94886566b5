import type { Finisher, Receipt } from "@tgmem/queue";

/** How long leases last, and for how long they are kept. */
export interface KeepOptions {
  /** How long each extension lasts from its call, in ms. */
  readonly leaseMs: number;
  /** How long a lease is extended at most, in ms. */
  readonly forMs: number;
  /** Hears of an extension that failed; the next one follows. */
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
}

/** Extends the leases of jobs whose runs wait in the engine. */
export interface KeptLeases {
  /** Extends these, until a worker has claimed the job, or for as long as leases are kept. */
  keep(receipts: readonly Receipt[]): void;
  /** Extends all of them once; a timer does it while there are any. */
  tick(): Promise<void>;
  /** Extends no more. */
  close(): void;
}

const mostInCall = 1_000;

/**
 * Makes it for one list. Leases are short, so that the jobs of a consumer that was killed go on soon, and live as long as
 * the consumer does. After `forMs` a job is let go nevertheless, and taken again: the engine may have lost its run.
 */
export function keepUntilClaimed(
  queue: Pick<Finisher<unknown>, "extend">,
  { leaseMs, forMs, onError, now = Date.now }: KeepOptions,
): KeptLeases {
  const untilMs = new Map<Receipt, number>();
  let timer: NodeJS.Timeout | undefined;
  let extending: Promise<void> | undefined;

  async function extendAll(): Promise<void> {
    for (const [receipt, until] of untilMs) if (until <= now()) untilMs.delete(receipt);
    const receipts = [...untilMs.keys()];
    for (let from = 0; from < receipts.length; from += mostInCall) {
      const some = receipts.slice(from, from + mostInCall);
      const outcomes = await queue.extend(some, { leaseMs });
      // Whatever is not done is claimed, finished, or taken by somebody else.
      for (const [index, receipt] of some.entries())
        if (outcomes[index] !== "done") untilMs.delete(receipt);
    }
    if (untilMs.size === 0) close();
  }
  function tick(): Promise<void> {
    extending ??= extendAll()
      .catch(onError)
      .finally(() => (extending = undefined));
    return extending;
  }
  function close(): void {
    untilMs.clear();
    clearInterval(timer);
    timer = undefined;
  }

  return {
    keep(receipts) {
      for (const receipt of receipts) untilMs.set(receipt, now() + forMs);
      if (untilMs.size > 0) timer ??= setInterval(() => void tick(), leaseMs / 3);
    },
    tick,
    close,
  };
}

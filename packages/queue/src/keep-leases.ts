import type { Finisher, Outcome, Receipt } from "./queue.ts";

/** How long leases last, and how often they are extended. */
export interface LeaseKeeperOptions {
  /** How long each extension lasts from its call, in ms. */
  readonly leaseMs: number;
  /** The time between two extensions, in ms. @default a third of `leaseMs` */
  readonly everyMs?: number;
  /** Hears of an extension that failed; the next one follows after `everyMs`. */
  readonly onError?: (error: unknown) => void;
}

/** The lease of a job that this process works on. */
export interface HeldLease {
  /** Aborts when the lease is lost: stop, and write nothing more. */
  readonly signal: AbortSignal;
  /** True when somebody else holds the job, or has finished it. */
  readonly lost: boolean;
  /**
   * Ends the extensions, because the job is about to end: call it before settle, next, retry, defer or bury goes on the
   * wire. An extension that hears of that end is no loss.
   */
  finishing(): void;
  /** Goes on with the receipt that `next` answered. */
  goOn(receipt: Receipt): void;
  /** Ends the extensions for good. Twice is the same as once. */
  release(): void;
}

/** Extends leases until they are released. */
export interface LeaseKeeper {
  /** Begins to extend a lease. */
  hold(receipt: Receipt): HeldLease;
  /** Extends all leases once; a timer does it while there are any. */
  tick(): Promise<void>;
}

class Hold implements HeldLease {
  receipt: Receipt;
  isFinishing = false;
  lost = false;
  readonly #letGo: (hold: Hold) => void;
  #controller: AbortController | undefined;

  constructor(receipt: Receipt, letGo: (hold: Hold) => void) {
    this.receipt = receipt;
    this.#letGo = letGo;
  }
  /** The controller is made when somebody asks for the signal: most never do, and it is the dearest part of a lease. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.lost) this.lose();
    }
    return this.#controller.signal;
  }
  lose(): void {
    this.lost = true;
    this.#controller?.abort(new Error("The lease was lost."));
  }
  finishing(): void {
    this.isFinishing = true;
  }
  goOn(receipt: Receipt): void {
    this.receipt = receipt;
    this.isFinishing = false;
  }
  release(): void {
    this.#letGo(this);
  }
}

/**
 * Extends whatever the process holds, in one call, on one timer. Any answer but `done` is a loss: the job was claimed or
 * taken by somebody else, or it was finished elsewhere.
 */
export function keepLeases(
  queue: Pick<Finisher<unknown>, "extend">,
  { leaseMs, everyMs = leaseMs / 3, onError }: LeaseKeeperOptions,
): LeaseKeeper {
  const holds = new Set<Hold>();
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> | undefined;

  async function extendAll(): Promise<void> {
    const asked = [...holds]
      .filter(({ isFinishing }) => !isFinishing)
      .map((hold) => ({ hold, receipt: hold.receipt }));
    if (asked.length === 0) return;
    const receipts = asked.map(({ receipt }) => receipt);
    let outcomes: readonly Outcome[] = [];
    try {
      outcomes = await queue.extend(receipts, { leaseMs });
    } catch (error) {
      onError?.(error);
    }
    for (const [index, outcome] of outcomes.entries()) {
      const { hold, receipt } = asked[index] ?? {};
      // The answer says nothing of a loss where the job was finished or passed on while the question was on the wire.
      if (outcome === "done" || !hold || hold.isFinishing || hold.receipt !== receipt) continue;
      if (holds.delete(hold)) hold.lose();
    }
  }

  function tick(): Promise<void> {
    asking ??= extendAll().finally(() => (asking = undefined));
    return asking;
  }

  function release(hold: Hold): void {
    holds.delete(hold);
    if (holds.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  return {
    hold(receipt) {
      const hold = new Hold(receipt, release);
      holds.add(hold);
      timer ??= setInterval(() => void tick(), everyMs);
      return hold;
    },
    tick,
  };
}

import type { Finisher, Outcome, Receipt } from "./queue.ts";

export interface LeaseKeeperOptions {
  readonly leaseMs: number;
  /** @default a third of `leaseMs` */
  readonly everyMs?: number;
  /** A failed extension; the next one follows after `everyMs`. */
  readonly onError?: (error: unknown) => void;
}

/** A job this process works on. */
export interface HeldLease {
  /** Aborts when somebody else holds the job, or it was finished elsewhere: stop, and write nothing more. */
  readonly signal: AbortSignal;
  readonly lost: boolean;
  /** Call it before settle, next, retry, defer or bury goes on the wire: from then on "gone" is no loss. */
  finishing(): void;
  /** Goes on with the receipt that `next` answered. */
  goOn(receipt: Receipt): void;
  /** Stops extending. Twice is the same as once. */
  release(): void;
}

export interface LeaseKeeper {
  hold(receipt: Receipt): HeldLease;
  /** One round of extensions; a timer does it while something is held. */
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
  /** Made when somebody asks for it: most never do, and it is the dearest part of a lease. */
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
 * One timer that extends whatever the process holds, in one call. Any answer but `done` is a loss: the job was claimed or
 * taken by somebody else.
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
    let outcomes: readonly Outcome[] = [];
    try {
      outcomes = await queue.extend(asked.map(({ receipt }) => receipt), { leaseMs }); // prettier-ignore
    } catch (error) {
      onError?.(error);
    }
    for (const [index, outcome] of outcomes.entries()) {
      const { hold, receipt } = asked[index] ?? {};
      // Finished or passed on while the question was on the wire: its answer says nothing about a loss.
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

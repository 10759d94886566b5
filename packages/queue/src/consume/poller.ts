import { maxItems } from "../arguments.ts";
import { pause } from "../deadline.ts";
import { QueueError } from "../errors.ts";
import type { Job } from "../queue.ts";
import type { ConsumeEvent, ConsumerQueue } from "./consumer.ts";
import { giveBack } from "./give-back.ts";
import type { Slots } from "./slots.ts";
import type { RunningJobs } from "./running-jobs.ts";

const longestWaitMs = 5_000;
const pauseMs = 1_000;

export interface PollerOptions {
  readonly concurrency: number;
  readonly leaseMs: number;
  readonly onTake: (count: number) => void;
  readonly onEvent: (event: ConsumeEvent) => void;
}

interface Pull {
  readonly max: number;
  readonly waitMs: number;
  readonly signal?: AbortSignal;
  /** It is called when the answer is full, before its handlers begin. */
  readonly more?: () => void;
}

/** Takes jobs for the free slots and starts them. */
export class Poller<T> {
  readonly #queue: ConsumerQueue<T>;
  readonly #slots: Slots;
  readonly #jobs: RunningJobs<T>;
  readonly #options: PollerOptions;
  /** One half is handled while the other is on its way. */
  readonly #share: number;
  #ahead: Promise<unknown> | undefined;

  constructor(queue: ConsumerQueue<T>, slots: Slots, jobs: RunningJobs<T>, options: PollerOptions) {
    this.#queue = queue;
    this.#slots = slots;
    this.#jobs = jobs;
    this.#options = options;
    this.#share = Math.min(maxItems, Math.ceil(options.concurrency / 2));
  }

  /** Starts what there is, and says how many jobs it was. */
  takeNow(): Promise<number> {
    return this.#pull({ max: Math.min(maxItems, this.#slots.free), waitMs: 0 });
  }

  /** Waits for a free slot and for the answer to one take. */
  async takeNext({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    if (!this.#ahead) {
      if (this.#slots.free <= 0) await this.#slots.changed();
      // What ends in this turn of the event loop is settled first, and one take fills all its slots.
      await new Promise((resolve) => setImmediate(resolve));
      this.#ahead = this.#refill({ signal });
    }
    const pulling = this.#ahead;
    this.#ahead = undefined;
    await pulling;
  }

  /** Waits for the take that is on its way, which gives back what it takes after the stop. */
  async close(): Promise<void> {
    await this.#ahead?.catch(() => {});
  }

  /** A full answer means that there is more: it is fetched while the handlers of that answer begin. */
  #refill({ signal }: { readonly signal: AbortSignal }): Promise<unknown> | undefined {
    const max = Math.min(this.#slots.free, this.#share);
    if (max <= 0) return undefined;
    const more = () => {
      this.#ahead = this.#refill({ signal });
    };
    return this.#pull({ max, waitMs: longestWaitMs, signal, more }).catch((error: unknown) =>
      this.#survive(error, { signal }),
    );
  }

  async #pull(pull: Pull): Promise<number> {
    const jobs = await this.#take(pull);
    this.#options.onTake(jobs.length);
    if (pull.signal?.aborted) {
      await giveBack(this.#queue, jobs);
      return 0;
    }
    for (const job of jobs) this.#jobs.start(job);
    return jobs.length;
  }

  async #take({ max, waitMs, signal, more }: Pull): Promise<readonly Job<T>[]> {
    const { leaseMs } = this.#options;
    this.#slots.ask(max);
    try {
      const jobs = await this.#queue.take({ max, leaseMs, waitMs, ...(signal && { signal }) });
      if (jobs.length === max) more?.();
      return jobs;
    } finally {
      this.#slots.answer(max);
    }
  }

  async #survive(error: unknown, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    if (!(error instanceof QueueError && error.retryable)) throw error;
    this.#options.onEvent({ type: "error", error });
    await pause(pauseMs, { signal });
  }
}

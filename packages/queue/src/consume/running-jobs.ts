import { withDeadline } from "../deadline.ts";
import type { LeaseKeeper } from "../keep-leases.ts";
import type { Job } from "../queue.ts";
import type { Slots } from "./slots.ts";
import { RunningJob, stopping, type JobContext } from "./running-job.ts";

/** The jobs that a consumer holds. */
export class RunningJobs<T> {
  readonly #running = new Map<RunningJob<T>, Promise<void>>();
  readonly #slots: Slots;
  readonly #keeper: LeaseKeeper;
  readonly #context: JobContext<T>;

  constructor(slots: Slots, keeper: LeaseKeeper, context: JobContext<T>) {
    this.#slots = slots;
    this.#keeper = keeper;
    this.#context = context;
  }

  start(job: Job<T>): void {
    const one = new RunningJob(job, this.#keeper.hold(job.receipt), this.#context);
    this.#slots.begin();
    this.#running.set(one, this.#work(one));
  }

  async done(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  /** Waits `graceMs` for the jobs to end; those that have not ended are aborted and given back. */
  async stop(options: { readonly graceMs: number }): Promise<void> {
    await withDeadline(this.done(), { ms: options.graceMs, late: stopping }).catch(() => {});
    const { onEvent } = this.#context;
    const report = (error: unknown) => onEvent({ type: "error", error });
    await Promise.all([...this.#running.keys()].map((one) => one.stop().catch(report)));
  }

  async #work(one: RunningJob<T>): Promise<void> {
    try {
      await one.work(() => this.#slots.handled());
    } finally {
      this.#running.delete(one);
      this.#slots.end();
    }
  }
}

import type { Job } from "@tgmem/queue";
import { type Body, inFlight } from "./load.ts";
import type { OurQueue } from "./peers/ours.ts";

/** The taker of a queue in hand-off mode: it passes on what it takes, and hears when some of it is done. */
export class PassingTaker {
  readonly #queue: OurQueue["queue"];
  #out = 0;
  #wake = () => {};

  constructor({ queue }: OurQueue) {
    this.#queue = queue;
  }

  /** So many of the jobs that were passed on have come to their end. */
  done(count: number): void {
    this.#out -= count;
    this.#wake();
  }

  async run(
    pass: (jobs: readonly Job<Body>[]) => void,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<void> {
    const wake = () => this.#wake();
    signal.addEventListener("abort", wake);
    while (!signal.aborted) {
      const max = inFlight - this.#out;
      if (max <= 0) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      // It waits for jobs until the signal, so no wait of its own ends up in what is measured.
      const jobs = await this.#queue.take({ max, leaseMs: 60_000, signal });
      this.#out += jobs.length;
      if (jobs.length > 0) pass(jobs);
    }
    signal.removeEventListener("abort", wake);
  }
}

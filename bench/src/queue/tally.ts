/** Counts how often each of the jobs was handled: a queue that loses or doubles some is not fast. */
export class Tally {
  readonly #times = new Map<number, number>();
  readonly #jobs: number;
  readonly #full = new AbortController();

  constructor(jobs: number) {
    this.#jobs = jobs;
  }

  /** Aborts when so many jobs were handled. */
  get full(): AbortSignal {
    return this.#full.signal;
  }
  get handled(): number {
    return this.#times.size;
  }

  count(n: number): void {
    this.#times.set(n, (this.#times.get(n) ?? 0) + 1);
    if (this.#times.size === this.#jobs) this.#full.abort();
  }

  /** Throws unless each job was handled, and none twice. */
  check(what: string): void {
    const twice = [...this.#times.values()].filter((times) => times > 1).length;
    if (this.#times.size < this.#jobs || twice > 0)
      throw new Error(
        `${what}: of ${this.#jobs} jobs ${this.#times.size} were handled, ${twice} more than once.`,
      );
  }
}

/** Resolves when the signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

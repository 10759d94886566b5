/** Counts how many more jobs a consumer may take. */
export class Slots {
  readonly #concurrency: number;
  /** Handlers at work; what they left is settled while the next ones run. */
  #busy = 0;
  /** Jobs whose end is not answered yet, those at a handler among them. */
  #running = 0;
  /** Slots for which a take is on its way. */
  #asked = 0;
  #wake: (() => void) | undefined;

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  /** What is being settled counts too, so that no more of it piles up than the queue keeps up with. */
  get free(): number {
    const forHandlers = this.#concurrency - this.#busy;
    const forJobs = 2 * this.#concurrency - this.#running;
    return Math.min(forHandlers, forJobs) - this.#asked;
  }

  ask(count: number): void {
    this.#asked += count;
  }

  answer(count: number): void {
    this.#asked -= count;
  }

  begin(): void {
    this.#busy++;
    this.#running++;
  }

  /** The handler is done, and its job is still to be settled. */
  handled(): void {
    this.#busy--;
    this.wake();
  }

  end(): void {
    this.#running--;
    this.wake();
  }

  /** Resolves when a slot becomes free or `wake` is called. */
  changed(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }

  wake(): void {
    this.#wake?.();
  }
}

/** Runs tasks one after another, in the order in which they came; a task that fails does not stop the next ones. */
export class SerialQueue {
  readonly #onError: (error: unknown) => void;
  #tail: Promise<void> = Promise.resolve();
  #waiting = 0;
  #running = 0;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** How many tasks have not begun. */
  get waiting(): number {
    return this.#waiting;
  }

  get isIdle(): boolean {
    return this.#waiting + this.#running === 0;
  }

  /** Resolves when the task has ended, also when it has failed. */
  run(task: () => Promise<unknown>): Promise<void> {
    this.#waiting++;
    this.#tail = this.#tail.then(async () => {
      this.#waiting--;
      this.#running++;
      await task().catch(this.#onError);
      this.#running--;
    });
    return this.#tail;
  }
}

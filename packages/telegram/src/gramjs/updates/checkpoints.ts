/** Says when what handlers have taken in until now is safe; see `ListenOptions`. */
type Safe = (options: { readonly signal: AbortSignal }) => Promise<unknown>;

export interface CheckpointsOptions {
  /** Absent = what a handler has taken in is safe. */
  readonly safe: Safe | undefined;
  /** Hears that it is not safe: nothing more is kept. */
  readonly onError: (error: unknown) => void;
  /** Nothing is kept any more once it aborts. */
  readonly over: AbortSignal;
}

/** Keeps places in logs, each as soon as what led to it is safe, which is asked for all logs at once. */
export class Checkpoints {
  readonly #options: CheckpointsOptions;
  #due = new Map<object, () => void>();
  #working: Promise<void> | undefined;

  constructor(options: CheckpointsOptions) {
    this.#options = options;
  }

  /** Keeps a place in a log by `commit`, unless a later one of the same log comes before it may. */
  keep(log: object, commit: () => void): void {
    const { safe, over } = this.#options;
    if (over.aborted) return;
    if (!safe) return commit();
    this.#due.set(log, commit);
    this.#working ??= this.#work(safe).finally(() => (this.#working = undefined));
  }

  /** Resolves when all are kept that are to be. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #work(safe: Safe): Promise<void> {
    const { onError, over } = this.#options;
    try {
      while (this.#due.size > 0) {
        const commits = [...this.#due.values()];
        this.#due = new Map();
        await safe({ signal: over });
        if (over.aborted) return;
        for (const commit of commits) commit();
      }
    } catch (error) {
      onError(error);
    }
  }
}

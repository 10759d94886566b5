export interface DeadlineOptions {
  readonly ms: number;
  /** Makes the error for work that took longer. */
  readonly late: () => Error;
}

/**
 * Settles as `work` does, or rejects with `late()` after `ms`. The work itself goes on unheard: the engine's client
 * cannot give up a call. Leaves no timer behind.
 */
export async function withDeadline<T>(work: Promise<T>, { ms, late }: DeadlineOptions): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), ms);
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
  }
}

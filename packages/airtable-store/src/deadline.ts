export interface DeadlineOptions {
  readonly ms: number;
  /** The error when the time is over. */
  readonly late: () => Error;
  /**
   * They end the wait, too. A list, joined by hand, because `AbortSignal.any` keeps memory for every call that was ever
   * joined to a long-lived signal, and the archive's lives as long as the process.
   */
  readonly signals?: readonly (AbortSignal | undefined)[];
}

/**
 * Settles as `work` does. Rejects with `late()` after `ms`, and with the reason of the first signal that aborts. Leaves no
 * timer and no listener. It does not stop the work: who can, does that when this has settled.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  { ms, late, signals = [] }: DeadlineOptions,
): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), ms);
  const stops = signals
    .filter((signal) => signal !== undefined)
    .map((signal) => ({ signal, stop: () => reject(signal.reason) }));
  for (const { signal, stop } of stops) {
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  }
  try {
    return await Promise.race([ended, work]);
  } finally {
    clearTimeout(timer);
    for (const { signal, stop } of stops) signal.removeEventListener("abort", stop);
  }
}

/** Resolves after `ms`, or at once when the signal aborts. Leaves no timer and no listener. */
export function pause(
  ms: number,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end, { once: true });
    return undefined;
  });
}

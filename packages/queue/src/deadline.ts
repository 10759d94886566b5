/** Node fires a timer that is longer than this at once. */
const longestTimerMs = 2 ** 31 - 1;

export interface DeadlineOptions {
  readonly ms: number;
  /** Makes the error that tells of the deadline. */
  readonly late: () => Error;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Settles as `work` does, rejects with `late()` after `ms`, and rejects with the signal's reason when it aborts. It ends
 * the wait and not the work, and leaves no timer and no listener behind.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  { ms, late, signal }: DeadlineOptions,
): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), Math.min(ms, longestTimerMs));
  const abort = () => reject(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** Resolves after `ms`, or at once when the signal aborts. */
export async function pause(
  ms: number,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  if (signal?.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = () => resolve();
  const timer = setTimeout(end, Math.min(ms, longestTimerMs));
  signal?.addEventListener("abort", end);
  await promise;
  clearTimeout(timer);
  signal?.removeEventListener("abort", end);
}

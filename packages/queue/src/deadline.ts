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
export function withDeadline<T>(
  work: Promise<T>,
  { ms, late, signal }: DeadlineOptions,
): Promise<T> {
  // One promise instead of a race: this is on the way of every call.
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(late()), Math.min(ms, longestTimerMs));
    const abort = () => fail(signal?.reason);
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
    function fail(error: unknown): void {
      end();
      reject(error);
    }
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    work.then((value) => {
      end();
      resolve(value);
    }, fail);
  });
}

/** Settles as `work` does, or rejects with the signal's reason when it aborts. It ends the wait and not the work. */
export function unlessAborted<T>(
  work: Promise<T>,
  { signal }: { readonly signal: AbortSignal },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    const end = () => signal.removeEventListener("abort", abort);
    work.finally(end).then(resolve, reject);
  });
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

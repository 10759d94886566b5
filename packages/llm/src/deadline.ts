/**
 * Settles as `work` does. Rejects with `late()` after `ms`, and with the signal's reason when it aborts. Leaves no timer and
 * no listener. It does not stop the work: who can, does that when this has settled. The signal is joined by hand, because
 * some versions of Node keep what `AbortSignal.any` makes for as long as its longest-lived source.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  {
    ms,
    late,
    signal,
  }: {
    readonly ms: number;
    readonly late: () => Error;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), ms);
  const stop = () => reject(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([ended, work]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
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

/**
 * Settles as the work does, but waits no longer than `ms`, after which it rejects with `late()`, and no longer than the
 * signal allows, with whose reason it rejects. It leaves no timer and no listener. The work itself is not stopped.
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
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(late())), ms);
    const onAbort = () => settle(() => reject(signal?.reason));
    function settle(end: () => void): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      end();
    }
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort);
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}

/** Waits no longer than the time or the signal allows, whatever the work does. The work itself is not stopped. */
export async function deadline<T>(
  work: Promise<T>,
  {
    timeoutMs,
    signal,
    late,
  }: {
    readonly timeoutMs: number;
    readonly signal?: AbortSignal | undefined;
    readonly late: () => Error;
  },
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(late())), timeoutMs);
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

import { setTimeout as delay } from "node:timers/promises";

export interface DeadlineOptions {
  readonly ms: number;
  /** Makes the error for work that took longer. */
  readonly late: () => Error;
  readonly signal?: AbortSignal;
}

/**
 * Settles as `work` does; rejects with `late()` after `ms`, or with the signal's reason when that aborts. Leaves no
 * timer and no listener behind. The work itself goes on unheard: what it says later is nobody's error.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  { ms, late, signal }: DeadlineOptions,
): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), ms);
  const onAbort = () => reject(signal?.reason);
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted) onAbort();
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** Resolves after `ms`, or at once when the signal aborts. */
export const pause = (ms: number, options: { readonly signal?: AbortSignal } = {}): Promise<void> =>
  delay(ms, undefined, options).catch(() => {});

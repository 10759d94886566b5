import { TelegramError } from "./errors.ts";

export interface DeadlineOptions {
  readonly ms: number;
  /** Makes the error for work that took longer. */
  readonly late: () => Error;
  /** Any of them ends the wait. `AbortSignal.any` would leave its mark on signals that live as long as the process. */
  readonly signals?: readonly (AbortSignal | undefined)[];
}

/**
 * Settles as `work` does; rejects with `late()` after `ms`, or when a signal aborts: with its reason if that is a
 * `TelegramError`, else with the code `aborted`. Leaves no timer and no listener behind. The client's calls cannot be
 * cancelled, so work that is given up may still be carried out later.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  { ms, late, signals = [] }: DeadlineOptions,
): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), ms);
  const onAbort = () => reject(abortError(signals.find((signal) => signal?.aborted)?.reason));
  for (const signal of signals) {
    if (signal?.aborted) onAbort();
    signal?.addEventListener("abort", onAbort);
  }
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal?.removeEventListener("abort", onAbort);
  }
}

/** Makes the `late` of `withDeadline`; `what` begins its message, for instance `Sending`. */
export const tookLonger = (what: string, ms: number) => () =>
  new TelegramError(
    "timeout",
    `${what} took longer than ${Math.round(ms)} ms: is the network up?`,
    { policy: "retry" },
  );

/** Resolves after `ms`, or at once when the signal aborts. */
export async function pause(
  ms: number,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  if (signal?.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = () => resolve();
  const timer = setTimeout(end, ms);
  signal?.addEventListener("abort", end);
  await promise;
  clearTimeout(timer);
  signal?.removeEventListener("abort", end);
}

const abortError = (reason: unknown) =>
  reason instanceof TelegramError
    ? reason
    : new TelegramError("aborted", "The call was given up, because its caller stops.", {
        policy: "retry",
        cause: reason,
      });

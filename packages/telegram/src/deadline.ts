import { TelegramError } from "./errors.ts";

export interface DeadlineOptions {
  /** For the message of the error, e.g. `Sending`. */
  readonly what: string;
  readonly ms: number;
  /** Any of them ends the wait; a `TelegramError` as its reason is passed on. */
  readonly signals?: readonly (AbortSignal | undefined)[];
}

/**
 * Waits no longer than so: the client's own calls have no deadline and cannot be cancelled, so one that is given up may
 * still be carried out later. Leaves no listener on long-lived signals.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  { what, ms, signals = [] }: DeadlineOptions,
): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const fail = (code: "timeout" | "aborted", message: string) =>
    reject(new TelegramError(code, message, { policy: "retry" }));
  const onAbort = () => {
    const reason: unknown = signals.find((signal) => signal?.aborted)?.reason;
    if (reason instanceof TelegramError) reject(reason);
    else fail("aborted", `${what} was given up, because the caller stops.`);
  };
  const timer = setTimeout(
    () => fail("timeout", `${what} took longer than ${Math.round(ms)} ms: is the network up?`),
    ms,
  );
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

/** Resolves after so long, or as soon as the signal aborts. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const onAbort = () => resolve();
  signal?.addEventListener("abort", onAbort);
  await promise;
  clearTimeout(timer);
  signal?.removeEventListener("abort", onAbort);
}

import { TelegramError } from "../errors.ts";

export interface DeadlineOptions {
  /** For the message of the error, e.g. `Sending`. */
  readonly what: string;
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits no longer than so: the client's own calls have no deadline and cannot be cancelled, so one that is given up may
 * still be carried out later.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  { what, ms, signal }: DeadlineOptions,
): Promise<T> {
  const timeout = AbortSignal.timeout(ms);
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const onAbort = () =>
    reject(
      signal?.aborted
        ? new TelegramError("aborted", `${what} was given up, because the caller stops.`, {
            policy: "retry",
          })
        : new TelegramError("timeout", `${what} took longer than ${ms} ms: is the network up?`, {
            policy: "retry",
          }),
    );
  if (either.aborted) onAbort();
  either.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, ended]);
  } finally {
    either.removeEventListener("abort", onAbort);
  }
}

/** Resolves after so long, or as soon as the signal aborts. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const onAbort = () => resolve();
  signal?.addEventListener("abort", onAbort, { once: true });
  await promise;
  clearTimeout(timer);
  signal?.removeEventListener("abort", onAbort);
}

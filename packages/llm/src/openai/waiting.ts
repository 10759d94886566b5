import { LlmError } from "../errors.ts";

const aborted = () => new LlmError("aborted", "The call was aborted by the caller's signal.");

export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** Waits; rejects with `aborted` as soon as the signal fires. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted());
    const stop = () => {
      clearTimeout(timer);
      reject(aborted());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
    return undefined;
  });

/**
 * Bounds work by time and by the caller's signal, and settles even if the work ignores both. The signals are joined by
 * hand, because some versions of Node keep what `AbortSignal.any` makes for as long as its longest-lived source.
 */
export async function within<T>(
  ms: number,
  signal: AbortSignal | undefined,
  late: () => LlmError,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw aborted();
  const controller = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = (error: LlmError) => {
    reject(error);
    controller.abort(error);
  };
  const stop = () => end(aborted());
  const timer = setTimeout(() => end(late()), ms);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([ended, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

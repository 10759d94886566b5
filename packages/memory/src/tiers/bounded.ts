import { withDeadline } from "./deadline.ts";

/**
 * Calls a store, an archive or a summarizer, which may be deaf to its signal: whatever it does, nobody waits longer than
 * `ms` or the caller's signal allow. What it is given aborts when nobody waits any more, so that it can give up, too. A
 * caller that has gone calls nothing.
 */
export async function bounded<T>(
  work: (options: { readonly signal: AbortSignal }) => Promise<T>,
  {
    ms,
    late,
    signal,
  }: {
    readonly ms: number;
    readonly late: () => Error;
    readonly signal: AbortSignal | undefined;
  },
): Promise<T> {
  signal?.throwIfAborted();
  // Not AbortSignal.any: a caller's signal may live as long as its process, and would hold what was made of it.
  const abandoned = new AbortController();
  // A signal is made where somebody looks at it, because it costs as much as the rest of the call.
  const options = {
    get signal() {
      return abandoned.signal;
    },
  };
  try {
    return await withDeadline(work(options), { ms, late, signal });
  } catch (error) {
    abandoned.abort(error);
    throw error;
  }
}

import { MemoryError } from "../errors.ts";
import type { WaitOptions } from "../memory.ts";
import type { WindowStore } from "../store.ts";
import { bounded } from "./bounded.ts";

/** The same store, whose calls end by a deadline: then they reject with `store_timeout`. */
export function guardStore(
  store: WindowStore,
  { timeoutMs }: { readonly timeoutMs: number },
): WindowStore {
  const guarded = <T>(
    name: string,
    work: (options: { readonly signal: AbortSignal }) => Promise<T>,
    { signal }: WaitOptions = {},
  ): Promise<T> =>
    bounded(work, {
      ms: timeoutMs,
      signal,
      late: () =>
        new MemoryError(
          "store_timeout",
          `The store did not \`${name}\` within ${timeoutMs} ms: try again, or raise policy.storeTimeoutMs.`,
        ),
    });
  return {
    begin: (user, turnId, wait) =>
      guarded("begin", (options) => store.begin(user, turnId, options), wait),
    commit: (user, turn, wait) =>
      guarded("commit", (options) => store.commit(user, turn, options), wait),
    amend: (user, amendment, wait) =>
      guarded("amend", (options) => store.amend(user, amendment, options), wait),
    apply: (user, change, wait) =>
      guarded("apply", (options) => store.apply(user, change, options), wait),
    hydrate: (user, record, wait) =>
      guarded("hydrate", (options) => store.hydrate(user, record, options), wait),
    forget: (user, requestId, wait) =>
      guarded("forget", (options) => store.forget(user, requestId, options), wait),
  };
}

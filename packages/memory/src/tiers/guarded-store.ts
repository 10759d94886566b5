import { MemoryError } from "../errors.ts";
import type { WindowStore } from "../store.ts";
import { bounded } from "./bounded.ts";

/** The same store, whose calls end by a deadline: then they reject with `store_timeout`. */
export function guardStore(
  store: WindowStore,
  { timeoutMs }: { readonly timeoutMs: number },
): WindowStore {
  const guarded = <T>(
    name: string,
    signal: AbortSignal | undefined,
    work: (options: { readonly signal: AbortSignal }) => Promise<T>,
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
    begin: (user, turnId, { signal } = {}) =>
      guarded("begin", signal, (options) => store.begin(user, turnId, options)),
    commit: (user, turn, { signal } = {}) =>
      guarded("commit", signal, (options) => store.commit(user, turn, options)),
    amend: (user, amendment, { signal } = {}) =>
      guarded("amend", signal, (options) => store.amend(user, amendment, options)),
    apply: (user, change, { signal } = {}) =>
      guarded("apply", signal, (options) => store.apply(user, change, options)),
    hydrate: (user, record, { signal } = {}) =>
      guarded("hydrate", signal, (options) => store.hydrate(user, record, options)),
    forget: (user, requestId, { signal } = {}) =>
      guarded("forget", signal, (options) => store.forget(user, requestId, options)),
  };
}

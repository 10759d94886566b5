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
    begin: (chat, turnId, wait) =>
      guarded("begin", (options) => store.begin(chat, turnId, options), wait),
    commit: (chat, turn, wait) =>
      guarded("commit", (options) => store.commit(chat, turn, options), wait),
    amend: (chat, amendment, wait) =>
      guarded("amend", (options) => store.amend(chat, amendment, options), wait),
    apply: (chat, change, wait) =>
      guarded("apply", (options) => store.apply(chat, change, options), wait),
    hydrate: (chat, record, wait) =>
      guarded("hydrate", (options) => store.hydrate(chat, record, options), wait),
    forget: (chat, requestId, wait) =>
      guarded("forget", (options) => store.forget(chat, requestId, options), wait),
  };
}

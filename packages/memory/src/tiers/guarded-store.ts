import { MemoryError } from "../errors.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { WindowStore } from "../store.ts";
import { bounded } from "./bounded.ts";
import { isPermanent } from "./permanent.ts";

/** What a store throws that is no error of ours is told as one: callers decide by its code. */
function failureOf(name: string, error: unknown): MemoryError {
  if (error instanceof MemoryError) return error;
  return new MemoryError("store_unavailable", `The store failed to \`${name}\`: see cause.`, {
    cause: error,
    retryable: !isPermanent(error),
  });
}

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
    bounded((options) => attempt(name, work, options), {
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
    hydrate: (chat, record, { replace, signal } = {}) =>
      guarded(
        "hydrate",
        (options) => store.hydrate(chat, record, { ...options, ...(replace && { replace }) }),
        { signal },
      ),
    forget: (chat, requestId, { atLeast, ifEpoch, signal } = {}) =>
      guarded(
        "forget",
        (options) =>
          store.forget(chat, requestId, {
            ...options,
            ...(atLeast !== undefined && { atLeast }),
            ...(ifEpoch !== undefined && { ifEpoch }),
          }),
        { signal },
      ),
    pause: (chat, paused, wait) =>
      guarded("pause", (options) => store.pause(chat, paused, options), wait),
    list: ({ limit, cursor, signal }) =>
      guarded("list", (options) => store.list({ ...options, limit, cursor }), { signal }),
  };
}

async function attempt<T>(
  name: string,
  work: (options: { readonly signal: AbortSignal }) => Promise<T>,
  options: { readonly signal: AbortSignal },
): Promise<T> {
  try {
    return await work(options);
  } catch (error) {
    throw failureOf(name, error);
  }
}

import { setTimeout } from "node:timers/promises";

/** Resolves after `ms`, or at once when the signal aborts. A process that has nothing else to do does not wait for it. */
export async function pause(
  ms: number,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  await setTimeout(ms, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => {});
}

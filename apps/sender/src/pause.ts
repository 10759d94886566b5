import { setTimeout as delay } from "node:timers/promises";

/** Resolves after so long, or as soon as the signal aborts. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => {});

import { setTimeout as delay } from "node:timers/promises";

export interface UntilOptions {
  /** @default 60_000 */
  timeoutMs?: number;
  /** @default 10 */
  everyMs?: number;
  /** What is waited for; it stands in the error. */
  what?: string;
}

/** Waits for a condition and returns its first truthy value. Rejects when the time is over, or when the condition throws. */
export async function until<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 60_000, everyMs = 10, what = "the condition" }: UntilOptions = {},
): Promise<NonNullable<T>> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what} in vain.`);
    await delay(everyMs);
  }
}

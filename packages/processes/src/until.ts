import { setTimeout as delay } from "node:timers/promises";

/** How long, how often and for what a test waits. */
export interface UntilOptions {
  /** When the wait is given up. @default 60_000 */
  timeoutMs?: number;
  /** The pause between two looks at the condition. @default 10 */
  everyMs?: number;
  /** Names what is waited for, in the error. @default "the condition" */
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

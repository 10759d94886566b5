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

/** A look that is under way when the time is over may take this long. */
const lastLookMs = 5_000;

/**
 * Waits for a condition and returns its first truthy value. Rejects when the time is over, also when a look at the condition never
 * ends, or when the condition throws.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 60_000, everyMs = 10, what = "the condition" }: UntilOptions = {},
): Promise<NonNullable<T>> {
  const end = performance.now() + timeoutMs;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const inVain = (why: string) => new Error(`Waited ${timeoutMs} ms for ${what} ${why}.`);
  const timer = setTimeout(
    () => reject(inVain("in vain: the last look has not ended")),
    timeoutMs + lastLookMs,
  );
  try {
    for (;;) {
      const value = await Promise.race([condition(), late]);
      if (value) return value;
      if (performance.now() > end) throw inVain("in vain");
      await delay(everyMs);
    }
  } finally {
    clearTimeout(timer);
  }
}

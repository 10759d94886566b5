import { pause } from "./deadline.ts";

export interface RepeatOptions {
  /** The pause between the end of one time and the next one, in ms. */
  readonly everyMs: number;
  /** Hears of a time that failed, which does not end it. What the signal cut off is no failure. */
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Does some work at once, and again and again, one time after another, until the signal. Never rejects. */
export async function repeat(
  work: () => unknown,
  { everyMs, onError, signal }: RepeatOptions,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    await pause(everyMs, { signal });
  }
}

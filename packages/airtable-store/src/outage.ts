import { AirtableError } from "./errors.ts";

const failuresToOpen = 5;
const firstMs = 30_000;
const longestMs = 300_000;

/** Keeps calls away from an Airtable that fails or cannot be reached. */
export interface OutageBreaker {
  /**
   * Takes the right to make one request. While Airtable is away one is made at a time, with longer and longer pauses, and
   * finds out for all.
   * @throws AirtableError `unavailable` when there is none to take
   */
  acquire(): void;
  /** Whether a request would be refused now. */
  isOpen(): boolean;
  /** Notes that a request failed in a way that may pass. Says for how long nobody calls now, in ms; 0 = that did not change. */
  failed(): number;
  /** Notes that Airtable has answered, be it with a refusal. */
  answered(): void;
}

/** Opens when five requests in a row fail: for half a minute, then longer with each one that fails, up to five minutes. */
export function outageBreaker({
  now,
  random,
}: {
  readonly now: () => number;
  readonly random: () => number;
}): OutageBreaker {
  let failures = 0;
  let openUntil = 0;
  return {
    acquire() {
      const leftMs = openUntil - now();
      if (leftMs > 0) throw away(leftMs);
      // Whoever comes while this one finds out waits for the next one.
      if (failures >= failuresToOpen) openUntil = now() + firstMs;
    },
    isOpen: () => now() < openUntil,
    failed() {
      failures++;
      if (failures < failuresToOpen) return 0;
      const ms = Math.min(longestMs, firstMs * 2 ** (failures - failuresToOpen));
      openUntil = now() + ms * (1 + random() / 10);
      return openUntil - now();
    },
    answered() {
      failures = 0;
      openUntil = 0;
    },
  };
}

const away = (retryAfterMs: number) =>
  new AirtableError(
    "unavailable",
    `Airtable has failed several times in a row and is left alone for ${Math.ceil(retryAfterMs)} ms.`,
    { retryAfterMs: Math.ceil(retryAfterMs) },
  );

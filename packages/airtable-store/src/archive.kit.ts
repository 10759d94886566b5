import { type AirtableServerOptions, startAirtableServer } from "@tgmem/airtable-test-server";
import { columns } from "./rows/columns.ts";

/** An Airtable that has the table of the archive. */
export const startArchiveServer = (options: AirtableServerOptions = {}) =>
  startAirtableServer({ fields: columns, ...options });

/** Time that passes only when somebody sleeps or tells it to: for the archive and the fake together. */
export function manualClock(startMs = Date.UTC(2026, 0, 15)) {
  let at = startMs;
  const slept: number[] = [];
  return {
    now: () => at,
    /** Passes the time at once. */
    sleep(ms: number, signal: AbortSignal): Promise<void> {
      if (signal.aborted) return Promise.reject(signal.reason);
      slept.push(ms);
      at += ms;
      return Promise.resolve();
    },
    random: () => 0,
    advance: (ms: number) => void (at += ms),
    /** Every sleep so far, in ms. */
    slept: slept as readonly number[],
  };
}

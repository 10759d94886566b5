import { type AirtableServerOptions, startAirtableServer } from "@tgmem/airtable-test-server";
import { columns } from "./rows/columns.ts";

/** An Airtable that has the table of the archive. */
export const startArchiveServer = (options: AirtableServerOptions = {}) =>
  startAirtableServer({ fields: columns, ...options });

/** Time that passes only when somebody pauses or tells it to: for the archive and the fake together. */
export function manualClock(startMs = Date.UTC(2026, 0, 15)) {
  let at = startMs;
  const pauses: number[] = [];
  return {
    now: () => at,
    /** Lets the time pass at once. */
    pause(ms: number, { signal }: { readonly signal: AbortSignal }): Promise<void> {
      if (!signal.aborted) {
        pauses.push(ms);
        at += ms;
      }
      return Promise.resolve();
    },
    random: () => 0,
    advance: (ms: number) => void (at += ms),
    /** Every pause so far, in ms. */
    pauses: pauses as readonly number[],
  };
}

import type { Metrics } from "@tgmem/service";

export interface MeasureArchiveOptions {
  readonly callsPerMonth: number;
  readonly rate: { callsThisMonth(): Promise<number> };
}

/** Measures what all workers together have left of the month's calls to Airtable. */
export function measureArchive(
  metrics: Metrics,
  { callsPerMonth, rate }: MeasureArchiveOptions,
): void {
  metrics.gauge("archive_calls_left", "Calls to Airtable that the month has left", [], async () => [
    { value: callsPerMonth - (await rate.callsThisMonth()) },
  ]);
}

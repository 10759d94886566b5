import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { repeat } from "./repeat.ts";

/** A list that mends what a power loss left of half a script. */
interface Repairable {
  repair(options: { readonly signal: AbortSignal }): Promise<{ readonly mended: boolean }>;
}

/** Says which list is looked after, and how often. */
export interface KeepRepairedOptions {
  readonly list: string;
  /** The pause between two repairs, in ms. @default 600_000 */
  readonly everyMs?: number;
  /** Ends it; the repair under way is given up. */
  readonly signal: AbortSignal;
}

/**
 * Makes what repairs a list at once and then every few minutes, until the signal. It speaks of a repair that mended something,
 * and of the first one of several in a row that failed, which does not end it.
 */
export function createRepairs({
  logger,
  metrics,
}: {
  readonly logger: Logger;
  readonly metrics: Metrics;
}): (queue: Repairable, options: KeepRepairedOptions) => Promise<void> {
  const repairs = metrics.counter("repairs_total", "Repairs that mended something", ["list"]);

  return async (queue, { list, everyMs = 600_000, signal }) => {
    let isFailing = false;
    async function mend(): Promise<void> {
      const report = await queue.repair({ signal });
      isFailing = false;
      if (!report.mended) return;
      repairs.inc({ list });
      logger.warn({ list, ...report }, "the list had to be mended");
    }
    function onError(err: unknown): void {
      logger[isFailing ? "debug" : "warn"]({ list, err }, "the list could not be repaired");
      isFailing = true;
    }
    await repeat(mend, { everyMs, onError, signal });
  };
}

import { pause } from "./deadline.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";

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
 * and of one that failed, which does not end it.
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
    while (!signal.aborted) {
      try {
        const report = await queue.repair({ signal });
        if (report.mended) {
          repairs.inc({ list });
          logger.warn({ list, ...report }, "the list had to be mended");
        }
      } catch (err) {
        if (!signal.aborted) logger.warn({ list, err }, "the list could not be repaired");
      }
      await pause(everyMs, { signal });
    }
  };
}

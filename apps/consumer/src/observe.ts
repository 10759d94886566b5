import { type Health, listFailed, type Logger, type Metrics, type Outages } from "@tgmem/service";
import type { DispatchEvent } from "./dispatch.ts";

/** A take waits 5 s at most, so a list that was not polled for this long is out of reach. */
const silentMs = 30_000;

/** Turns what happens to a list into log lines, counters and readiness. */
export function observe({
  logger,
  metrics,
  health,
  outages,
}: {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Pick<Health, "check">;
  readonly outages: Pick<Outages, "failed" | "worked">;
}): (list: string) => (event: DispatchEvent) => void {
  const runs = metrics.counter("runs_total", "Runs asked of the engine", ["list", "outcome"]);
  return (list) => {
    let polledAt = 0;
    let engineAnswers = true;
    health.check(list, () => Date.now() - polledAt < silentMs);
    health.check(`engine for ${list}`, () => engineAnswers);
    return (event) => {
      switch (event.type) {
        case "polled":
          polledAt = Date.now();
          outages.worked("list options");
          // Nothing waits, so nothing says that the engine is still away.
          if (event.jobs === 0) engineAnswers = true;
          return;
        case "started":
          engineAnswers = true;
          runs.inc({ list, outcome: "started" }, event.started);
          runs.inc({ list, outcome: "alive" }, event.alive);
          for (const id of event.ids) logger.debug({ id, list }, "run started");
          return;
        case "start_failed":
          engineAnswers = false;
          runs.inc({ list, outcome: "failed" }, event.jobs);
          logger.warn({ list, jobs: event.jobs, err: event.error }, "runs could not be started");
          return;
        case "poll_failed":
          listFailed(outages, event.error);
          return;
        default:
          event satisfies never;
      }
    };
  };
}

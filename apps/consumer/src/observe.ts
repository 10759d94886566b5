import {
  type Health,
  listFailed,
  listWorked,
  type Logger,
  type Metrics,
  type Outages,
} from "@tgmem/service";
import type { DispatchEvent } from "./dispatch.ts";
import type { EngineObserver } from "./observe-engine.ts";

/** A take waits 5 s at most, so a list that was not polled for this long is out of reach. */
const silentMs = 30_000;

/** Turns what happens to a list into log lines, counters and readiness. */
export function observe({
  logger,
  metrics,
  health,
  outages,
  engine,
}: {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Pick<Health, "check">;
  readonly outages: Pick<Outages, "failed" | "worked" | "current">;
  /** Hears how the engine is; absent = runs are started without one. */
  readonly engine?: Pick<EngineObserver, "started" | "failed" | "idle">;
}): (list: string) => (event: DispatchEvent) => void {
  const runs = metrics.counter("runs_total", "Runs asked of the engine", ["list", "outcome"]);
  return (list) => {
    let polledAt = 0;
    health.check(list, () => Date.now() - polledAt < silentMs);
    return (event) => {
      switch (event.type) {
        case "polled":
          polledAt = Date.now();
          listWorked(outages, list);
          if (event.jobs === 0) engine?.idle(list);
          return;
        case "started":
          engine?.started(list);
          runs.inc({ list, outcome: "started" }, event.started);
          runs.inc({ list, outcome: "alive" }, event.alive);
          for (const id of event.ids) logger.debug({ id, list }, "run started");
          return;
        case "start_failed":
          engine?.failed(list, event.error);
          runs.inc({ list, outcome: "failed" }, event.jobs);
          return;
        case "poll_failed":
          listFailed(outages, { list, err: event.error });
          return;
        default:
          event satisfies never;
      }
    };
  };
}

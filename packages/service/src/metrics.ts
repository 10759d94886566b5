import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { withDeadline } from "./deadline.ts";

/** A figure of a gauge. */
export interface Sample<Label extends string> {
  readonly labels?: Partial<Record<Label, string>>;
  readonly value: number;
}

/** The metrics of one process. */
export interface Metrics {
  /** Makes a counter of events; label values are a closed set, never ids or texts. */
  counter<Label extends string = never>(
    name: string,
    help: string,
    labels?: readonly Label[],
  ): Counter<Label>;
  /**
   * Makes a gauge that is measured when somebody reads the metrics. While `measure` rejects, or takes longer than 3 s, the gauge
   * has no figures: an old one would look like a true one.
   */
  gauge<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
    measure: () => Promise<readonly Sample<Label>[]>,
  ): void;
  /** Makes a histogram of durations in seconds. */
  seconds<Label extends string = never>(
    name: string,
    help: string,
    labels?: readonly Label[],
  ): Histogram<Label>;
  /** Gives the metrics of another app that runs in this process, under its name; they are written together. */
  of(app: string): Metrics;
  /** Writes all of them in the text format of Prometheus. */
  text(): Promise<string>;
}

const measureDeadlineMs = 3_000;
/** The time between two looks how late the event loop is. A hundred of them a second were most of what a process did at rest. */
const loopEveryMs = 200;

/** Makes the metrics of one process, named `tgmem_<app>_…`; docs/metrics.md lists them all. */
export function createMetrics(app: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: loopEveryMs });
  return metricsIn(registry, app);
}

function metricsIn(registry: Registry, app: string): Metrics {
  const full = (name: string) => `tgmem_${app}_${name}`;
  return {
    counter: (name, help, labels = []) =>
      new Counter({ name: full(name), help, labelNames: labels, registers: [registry] }),
    gauge<Label extends string>(
      name: string,
      help: string,
      labels: readonly Label[],
      measure: () => Promise<readonly Sample<Label>[]>,
    ) {
      const collect = async () => {
        const samples = await withDeadline(Promise.resolve().then(measure), {
          ms: measureDeadlineMs,
          late: () => new Error(`The gauge ${name} was not measured in time.`),
        }).catch((): readonly Sample<Label>[] => []);
        gauge.reset();
        // A gauge without labels is 0 after a reset.
        if (samples.length === 0 && labels.length === 0) gauge.remove();
        for (const sample of samples) gauge.set(sample.labels ?? {}, sample.value);
      };
      const gauge: Gauge<Label> = new Gauge({
        name: full(name),
        help,
        labelNames: labels,
        registers: [registry],
        collect,
      });
    },
    seconds: (name, help, labels = []) =>
      new Histogram({
        name: full(name),
        help,
        labelNames: labels,
        buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000, 3_600],
        registers: [registry],
      }),
    of: (other) => metricsIn(registry, other),
    text: () => registry.metrics(),
  };
}

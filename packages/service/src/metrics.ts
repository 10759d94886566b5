import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/** The metrics of one process. */
export interface Metrics {
  /** Makes a counter of events; label values are a closed set, never ids or texts. */
  counter<Label extends string = never>(
    name: string,
    help: string,
    labels?: readonly Label[],
  ): Counter<Label>;
  /** Makes a histogram of durations in seconds. */
  seconds<Label extends string = never>(
    name: string,
    help: string,
    labels?: readonly Label[],
  ): Histogram<Label>;
  /** Writes all of them in the text format of Prometheus. */
  text(): Promise<string>;
}

/** Makes the metrics of one process, named `tgmem_<app>_…`; docs/metrics.md lists them all. */
export function createMetrics(app: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const full = (name: string) => `tgmem_${app}_${name}`;
  return {
    counter: (name, help, labels = []) =>
      new Counter({ name: full(name), help, labelNames: labels, registers: [registry] }),
    seconds: (name, help, labels = []) =>
      new Histogram({
        name: full(name),
        help,
        labelNames: labels,
        buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100],
        registers: [registry],
      }),
    text: () => registry.metrics(),
  };
}

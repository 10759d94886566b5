import { readFile } from "node:fs/promises";
import { createHealth } from "../health.ts";
import { createLogger, type Logger } from "../logger.ts";
import { createMetrics, type Metrics } from "../metrics.ts";

const list = new URL("../../../../docs/metrics.md", import.meta.url);

/** The rows of docs/metrics.md for one app: name, type, labels and meaning of each metric. */
export async function listedMetrics(app: string): Promise<readonly string[]> {
  const rows = (await readFile(list, "utf8")).split("\n").filter((line) => line.startsWith("| `"));
  return rows
    .map((row) => row.replaceAll(/ *\| */gu, "|"))
    .filter((row) => row.startsWith(`|\`tgmem_${app}_`))
    .toSorted((a, b) => a.localeCompare(b));
}

/** The same rows, made of what the app registers. */
export async function registeredMetrics(
  app: string,
  register: (context: { readonly metrics: Metrics; readonly logger: Logger }) => unknown,
): Promise<readonly string[]> {
  const metrics = createMetrics(app);
  const rows: string[] = [];
  const row = (name: string, type: string, labels: readonly string[], help: string) =>
    rows.push(
      `|\`tgmem_${app}_${name}\`|${type}|${labels.map((label) => `\`${label}\``).join(", ")}|${help}|`,
    );
  const recording: Metrics = {
    ...metrics,
    counter: (name, help, labels = []) => {
      row(name, "counter", labels, help);
      return metrics.counter(name, help, labels);
    },
    gauge: (name, help, labels, measure) => {
      row(name, "gauge", labels, help);
      metrics.gauge(name, help, labels, measure);
    },
    seconds: (name, help, labels = []) => {
      row(name, "histogram", labels, help);
      return metrics.seconds(name, help, labels);
    },
  };
  // Every process has these.
  createHealth(recording, { current: () => [] });
  register({ logger: createLogger(app, "silent"), metrics: recording });
  return rows.toSorted((a, b) => a.localeCompare(b));
}

export { listedMetrics, registeredMetrics } from "./metrics.ts";

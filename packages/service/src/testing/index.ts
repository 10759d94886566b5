export { listedMetrics, registeredMetrics } from "./metrics.ts";
export { recordingLogger } from "./recording-logger.ts";

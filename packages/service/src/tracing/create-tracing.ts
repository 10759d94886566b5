import type { TracingEnv } from "../variables/tracing.ts";
import { noTracing, type Tracing } from "./tracing.ts";

/** Makes what records the way of messages; without OTEL_EXPORTER_OTLP_ENDPOINT it is nothing, and nothing is loaded. */
export async function createTracing(app: string, env: TracingEnv): Promise<Tracing> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return noTracing;
  const { openTelemetry } = await import("./open-telemetry.ts");
  return openTelemetry({
    app,
    sampler: env.OTEL_TRACES_SAMPLER,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
  });
}

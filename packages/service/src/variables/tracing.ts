import { z } from "zod";
import { optionalSecret } from "./kinds.ts";

const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

/** The standard variables of OpenTelemetry that count here; its exporter reads further ones by itself. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url("expected a URL such as http://127.0.0.1:4318")
    .optional()
    .meta({ description: "where traces go, by OTLP over HTTP; none = no traces" }),
  OTEL_EXPORTER_OTLP_HEADERS: optionalSecret("headers for it, as name=value,…"),
  OTEL_TRACES_SAMPLER: z
    .enum(samplers)
    .default("parentbased_always_on")
    .meta({ description: "which messages are traced" }),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .transform(Number)
    .refine((ratio) => ratio >= 0 && ratio <= 1, "expected a number from 0 to 1")
    .default(1)
    .meta({ description: "the part of them that traceidratio takes" }),
};

export type TracingEnv = z.output<z.ZodObject<typeof tracingVariables>>;

import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace";

/** Which messages are traced, by the names of OTEL_TRACES_SAMPLER. */
export interface SamplerOptions {
  readonly sampler: `${"" | "parentbased_"}${"always_on" | "always_off" | "traceidratio"}`;
  /** The part of the messages that `traceidratio` takes, from 0 to 1. */
  readonly ratio: number;
}

/** Makes the sampler of this name. A message of which a process before recorded nothing is left alone by the parent-based ones. */
export function samplerNamed({ sampler, ratio }: SamplerOptions): Sampler {
  const [, parentBased, name] = /^(parentbased_)?(.+)$/u.exec(sampler) ?? [];
  const root =
    name === "traceidratio"
      ? new TraceIdRatioBasedSampler(ratio)
      : name === "always_off"
        ? new AlwaysOffSampler()
        : new AlwaysOnSampler();
  return parentBased ? new ParentBasedSampler({ root }) : root;
}

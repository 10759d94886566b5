import type { UnsupportedParameter } from "./unsupported-parameter.ts";

interface Refusal {
  readonly replacement?: string;
  readonly untilMs: number;
}

/** Remembers for a while what each model does not take. Not for ever, because providers change. */
export function refusedParameters({
  forMs,
  now,
}: {
  readonly forMs: number;
  readonly now: () => number;
}) {
  const models = new Map<string, ReadonlyMap<string, Refusal>>();

  const refusedBy = (model: string) =>
    [...(models.get(model) ?? [])].filter(([, { untilMs }]) => untilMs > now());

  return {
    learn(model: string, { name, replacement }: UnsupportedParameter): void {
      const known = new Map<string, Refusal>(refusedBy(model));
      // Two names that are each refused in favour of the other would be renamed for ever.
      const rename = replacement !== undefined && !known.has(replacement);
      known.set(name, { untilMs: now() + forMs, ...(rename && { replacement }) });
      models.set(model, known);
    },
    /** Gives the parameters as the model takes them: without those it refuses, or under their other name. */
    adapt(model: string, parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
      const adapted: Record<string, unknown> = { ...parameters };
      for (const [name, { replacement }] of refusedBy(model)) {
        if (!(name in adapted)) continue;
        if (replacement !== undefined && !(replacement in adapted))
          adapted[replacement] = adapted[name];
        delete adapted[name];
      }
      return adapted;
    },
  };
}

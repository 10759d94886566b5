export interface UnsupportedParameter {
  readonly name: string;
  readonly replacement?: string;
}

const codes: ReadonlySet<unknown> = new Set([
  "unsupported_parameter",
  "unsupported_value",
  "unknown_parameter",
]);
const complaint =
  /\b(unsupported|unrecognized|unknown|unexpected|extra|not (?:supported|permitted|allowed)|does not support|only the default)\b/iu;
const instead = /\buse ['"`]?(\w+)['"`]? instead/iu;

/** The request's parameter that a 400 complains about, if it is one that may be left out or renamed. */
export function unsupportedParameter(
  error: { readonly message: string; readonly code: unknown; readonly param: string | undefined },
  parameters: readonly string[],
): UnsupportedParameter | undefined {
  if (!codes.has(error.code) && !complaint.test(error.message)) return undefined;
  const root = error.param?.split(/[.[]/u)[0];
  const replacement = instead.exec(error.message)?.[1];
  const words = new Set(error.message.match(/\w+/gu));
  const mentioned = parameters.find((name) => name !== replacement && words.has(name));
  const name = root !== undefined && parameters.includes(root) ? root : mentioned;
  if (name === undefined) return undefined;
  return { name, ...(replacement !== undefined && replacement !== name && { replacement }) };
}

/** Remembers per model what it does not take, for a while: providers change. */
export function parameterMemory({
  forMs,
  now,
}: {
  readonly forMs: number;
  readonly now: () => number;
}) {
  const models = new Map<
    string,
    Map<string, { readonly replacement?: string; readonly untilMs: number }>
  >();
  return {
    learn(model: string, { name, replacement }: UnsupportedParameter): void {
      const known = models.get(model) ?? new Map();
      // Two names that are each refused in favour of the other would be renamed for ever.
      const rename = replacement !== undefined && !known.has(replacement);
      known.set(name, { untilMs: now() + forMs, ...(rename && { replacement }) });
      models.set(model, known);
    },
    shape(model: string, parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
      const shaped: Record<string, unknown> = { ...parameters };
      for (const [name, { replacement, untilMs }] of models.get(model) ?? []) {
        if (untilMs <= now()) models.get(model)?.delete(name);
        else if (name in shaped) {
          if (replacement !== undefined && !(replacement in shaped))
            shaped[replacement] = shaped[name];
          delete shaped[name];
        }
      }
      return shaped;
    },
  };
}

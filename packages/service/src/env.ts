import { z } from "zod";

/** Holds every problem of the environment at once, so that one start tells an operator all there is to mend. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** A zod object of variables, as far as it is needed here. */
export interface EnvSchema<Env> {
  readonly shape: Readonly<Record<string, z.ZodType>>;
  safeParse(value: unknown): z.ZodSafeParseResult<Env>;
}

/**
 * Parses the variables that a schema names. An empty variable counts as missing, because `.env` files leave
 * lines like `TOKEN=`. Throws an `EnvError` that lists every problem and never shows the value of a secret.
 */
export function parseEnv<Env>(
  schema: EnvSchema<Env>,
  source: Readonly<Record<string, string | undefined>>,
): Env {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = source[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0] ?? "environment");
      const { description, secret } = meta(schema, name);
      const hint = description ? ` Meaning: ${description}.` : "";
      const value = given[name];
      if (value === undefined && issue.code !== "custom")
        return `${name} is missing: set it (see .env.example).${hint}`;
      const shown = value === undefined || secret ? "" : `, got \`${value}\``;
      return `${name} is wrong: ${issue.message}${shown}.${hint}`;
    }),
  );
}

/** Describes each variable in one line, for `--help`. */
export function describeEnv(schema: EnvSchema<unknown>): string {
  const names = Object.keys(schema.shape);
  const width = Math.max(...names.map((name) => name.length));
  return names
    .map((name) => {
      const { description } = meta(schema, name);
      return `  ${name.padEnd(width)}  ${description ?? ""} (${noteOf(schema, name)})`;
    })
    .join("\n");
}

function noteOf(schema: EnvSchema<unknown>, name: string): string {
  const { fallback } = meta(schema, name);
  if (typeof fallback === "string") return `default ${fallback}`;
  const unset = schema.shape[name] && z.safeParse(schema.shape[name], undefined);
  if (!unset?.success) return "required";
  const { data } = unset;
  if (data === undefined || isEmpty(data)) return "optional";
  return `default ${typeof data === "string" ? data : JSON.stringify(data)}`;
}

const isEmpty = (data: unknown): boolean =>
  (Array.isArray(data) && data.length === 0) || (data instanceof Set && data.size === 0);

function meta(
  schema: EnvSchema<unknown>,
  name: string,
): { description?: string | undefined; secret?: unknown; fallback?: unknown } {
  const field = schema.shape[name];
  return field ? (z.globalRegistry.get(field) ?? {}) : {};
}

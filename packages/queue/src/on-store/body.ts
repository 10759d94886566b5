import { invalid } from "../arguments.ts";

interface Schema<T> {
  parse(value: unknown): T;
}
type Parsed<T> = { readonly ok: true; readonly body: T } | ({ readonly ok: false } & Refused);

/** Why a body does not fit, and whether a newer release may know it. */
export interface Refused {
  readonly reason: string;
  readonly isNewer: boolean;
}

/** How bodies are read; see the options of a queue. */
export interface BodyRules<T> {
  readonly schema: Schema<T>;
  readonly isNewer?: (value: unknown) => boolean;
}

export function encodeBody(body: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch (error) {
    throw invalid(
      `Expected \`body\` to be JSON, got a value that cannot be written as such (${nameOf(error)}).`,
    );
  }
  if (text === undefined) throw invalid(`Expected \`body\` to be JSON, got \`${typeof body}\`.`);
  return text;
}

/** The reason of a failure names no value, key or message: they may quote the body. */
export function parseBody<T>(text: string, { schema, isNewer }: BodyRules<T>): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: "body is not JSON", isNewer: false };
  }
  try {
    return { ok: true, body: schema.parse(value) };
  } catch (error) {
    const codes = [...new Set(issueCodes(error))].slice(0, 5).join(", ");
    const newer = isNewer?.(value) === true;
    const what = newer ? "body is of a newer version" : "body does not fit the schema";
    return { ok: false, reason: `${what}${codes && ` (${codes})`}`, isNewer: newer };
  }
}

/** The codes of a zod error: words of zod's own, such as `invalid_type`. */
function issueCodes(error: unknown): string[] {
  if (!(error instanceof Error && "issues" in error && Array.isArray(error.issues))) return [];
  return error.issues
    .map((issue: unknown) =>
      typeof issue === "object" && issue && "code" in issue ? String(issue.code) : "",
    )
    .filter((code) => /^[a-z_]{1,40}$/.test(code));
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

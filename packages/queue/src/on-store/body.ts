import { invalid } from "../arguments.ts";

interface Schema<T> {
  parse(value: unknown): T;
}
type Parsed<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly reason: string };

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
export function parseBody<T>(text: string, schema: Schema<T>): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: "body is not JSON" };
  }
  try {
    return { ok: true, body: schema.parse(value) };
  } catch (error) {
    const codes = [...new Set(issueCodes(error))].slice(0, 5).join(", ");
    return { ok: false, reason: `body does not fit the schema${codes && ` (${codes})`}` };
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

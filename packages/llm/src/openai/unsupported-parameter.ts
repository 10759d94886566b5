/** A parameter of the request that the provider does not take. */
export interface UnsupportedParameter {
  readonly name: string;
  /** The name under which the provider takes it. */
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

/** Finds the request's parameter that a 400 complains about, if it is one that may be left out or renamed. */
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

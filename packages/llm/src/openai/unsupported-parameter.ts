import type { Complaint } from "./complaint.ts";

/** A parameter of the request that the provider does not take. */
export interface UnsupportedParameter {
  readonly name: string;
  /** The name under which the provider takes it. */
  readonly replacement?: string;
}

const codes: ReadonlySet<string> = new Set([
  "unsupported_parameter",
  "unsupported_value",
  "unknown_parameter",
  "extra_forbidden",
]);
const complaint =
  /\b(unsupported|unrecognized|unknown|unexpected|extra(?:_forbidden)?|not (?:supported|permitted|allowed)|does not support|only the default|no endpoints found that support|must be one of|cannot be disabled)\b/iu;
const instead = /\buse ['"`]?(\w+)['"`]? instead/iu;

/** Finds the request's parameter that a 400 complains about, if it is one that may be left out or renamed. */
export function unsupportedParameter(
  { texts, words, params }: Pick<Complaint, "texts" | "words" | "params">,
  parameters: readonly string[],
): UnsupportedParameter | undefined {
  const text = texts.join("\n");
  if (!complaint.test(text) && !words.some((word) => codes.has(word))) return undefined;
  const replacement = instead.exec(text)?.[1];
  const roots = params.map((param) => param.split(/[.[]/u)[0]);
  const mentioned = new Set(text.toLowerCase().match(/\w+/gu));
  // Ollama: "x does not support thinking".
  if (mentioned.has("thinking") || mentioned.has("reasoning"))
    mentioned.add("reasoning").add("reasoning_effort");
  // OpenRouter: "No endpoints found that support tool use". Groq: "`tool calling` is not supported with this model".
  if (mentioned.has("tool")) mentioned.add("tools");
  const name =
    parameters.find((parameter) => roots.includes(parameter)) ??
    parameters.find((parameter) => parameter !== replacement && mentioned.has(parameter));
  if (name === undefined) return undefined;
  return { name, ...(replacement !== undefined && replacement !== name && { replacement }) };
}

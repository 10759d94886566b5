import { LlmError, type LlmErrorCode, type LlmErrorOptions } from "../errors.ts";

/** What may help against a failure. */
export type Remedy =
  | { readonly do: "again" }
  /** The same model once more, because further tries rarely help and may be billed. */
  | { readonly do: "once_more" }
  | { readonly do: "next_model" }
  | { readonly do: "without_parameter"; readonly name: string; readonly replacement?: string }
  | { readonly do: "more_output" }
  | { readonly do: "less_output"; readonly maxOutputTokens: number }
  | { readonly do: "nothing" };

/** A failed request: what the caller gets if nothing helps, and what may help. */
export interface Failure {
  readonly error: LlmError;
  readonly remedy: Remedy;
}

const advice: Record<LlmErrorCode, string> = {
  rate_limited: "Ask less often, or name fallback models.",
  overloaded: "Ask again later, or name fallback models.",
  unavailable: "Ask again later, or name fallback models.",
  timeout: "Ask again, or raise attemptTimeoutMs and deadlineMs.",
  aborted: "The caller's signal ended it.",
  unauthorized: "Check the API key.",
  payment_required: "Add credit to the account of the API key.",
  forbidden: "Check what the API key and the account's privacy settings allow.",
  moderated: "The content was refused: it will be again.",
  model_not_found: "Check the model's name, the provider constraints and the base URL.",
  context_too_long: "Send fewer or shorter messages, or take a model with a longer context.",
  bad_request: "Check the options and extraBody against the provider's documentation.",
  invalid_argument: "Check the options, the messages and the client.",
  empty_answer: "Ask again.",
  malformed_answer: "Ask again, and check that the base URL is a chat completion API.",
  truncated: "Raise maxOutputTokens, or lower the reasoning effort.",
};

const usualRemedy: Record<
  LlmErrorCode,
  Exclude<Remedy["do"], "without_parameter" | "less_output">
> = {
  rate_limited: "again",
  overloaded: "again",
  unavailable: "again",
  timeout: "again",
  empty_answer: "once_more",
  malformed_answer: "again",
  model_not_found: "next_model",
  context_too_long: "next_model",
  truncated: "more_output",
  aborted: "nothing",
  unauthorized: "nothing",
  payment_required: "nothing",
  forbidden: "nothing",
  moderated: "nothing",
  bad_request: "nothing",
  invalid_argument: "nothing",
};

/** Makes a failure. `what` completes the sentence that begins with the model's name, and holds none of the provider's prose; `hint` = what to do, if it is not what the code says. */
export function failure(
  code: LlmErrorCode,
  model: string,
  what: string,
  options: LlmErrorOptions & { readonly remedy?: Remedy; readonly hint?: string } = {},
): Failure {
  const { remedy, hint = advice[code], ...rest } = options;
  return {
    error: new LlmError(code, `${model} ${what}. ${hint}`, { ...rest, model }),
    remedy: remedy ?? { do: usualRemedy[code] },
  };
}

import type { LlmErrorCode } from "@tgmem/llm";
import { inVariables } from "../in-variables.ts";

/**
 * Why a message was not answered, which decides what becomes of it and what its person reads.
 *
 * - `trouble`: a provider, the network or a server of ours is ill, which is nobody's fault and passes
 * - `no_credit`: the account at the provider is empty
 * - `set_up`: the key, the model or the address is wrong, which an operator has to mend
 * - `rejected`: the provider does not understand the request, and will not the next time
 * - `refused`: the provider does not answer what was said, and will not the next time
 * - `no_answer`: the model was asked and said nothing
 * - `too_long`: the message alone is more than the model reads
 * - `fault`: a fault of ours, as far as anybody knows
 */
export type Cause =
  | "trouble"
  | "no_credit"
  | "set_up"
  | "rejected"
  | "refused"
  | "no_answer"
  | "too_long"
  | "fault";

const ofModel: Readonly<Record<LlmErrorCode, Cause>> = {
  rate_limited: "trouble",
  overloaded: "trouble",
  unavailable: "trouble",
  timeout: "trouble",
  aborted: "trouble",
  malformed_answer: "trouble",
  payment_required: "no_credit",
  unauthorized: "set_up",
  forbidden: "set_up",
  model_not_found: "set_up",
  bad_request: "rejected",
  moderated: "refused",
  empty_answer: "no_answer",
  truncated: "no_answer",
  context_too_long: "too_long",
  invalid_argument: "fault",
};

const isModelCode = (code: unknown): code is LlmErrorCode =>
  typeof code === "string" && Object.hasOwn(ofModel, code);

/** Says why. Our packages say with `code` and `retryable` what they know, and Redis by its words; nothing is known of other errors. */
export function causeOf(error: unknown): Cause {
  if (!isOurs(error)) return isOfRedis(error) ? "trouble" : "fault";
  if (error.name === "LlmError" && isModelCode(error.code))
    return isRedirect(error) ? "set_up" : ofModel[error.code];
  return error.retryable === true ? "trouble" : "fault";
}

/** Gives the error in one line, as a dead letter keeps it, with the variables to look at. Only our own errors are known to hold no text of a person. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown failure";
  return isOurs(error)
    ? `${error.name} ${String(error.code)}: ${inVariables(error.message)}`
    : error.name;
}

/** Gives what an error is told apart by. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "unknown";

/** Reads the cause back from the reason of a dead letter. */
export function causeIn(reason: string): Cause {
  const [, code] = /(?:^|: )LlmError (\w+):/u.exec(reason) ?? [];
  return isModelCode(code) ? ofModel[code] : "fault";
}

/** Who answers so stands at another address than the one that is set. */
const isRedirect = (error: Error): boolean =>
  "status" in error &&
  typeof error.status === "number" &&
  error.status >= 300 &&
  error.status < 400;

/**
 * What Redis answers while it is full, ill, busy or another's replica, and what its client and the system say of a lost
 * connection.
 */
const isOfRedis = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:OOM|MISCONF|READONLY|LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|Connection is closed|(?:connect|read|write|getaddrinfo) E[A-Z_]+)\b/u.test(
    error.message,
  );

const isOurs = (
  error: unknown,
): error is Error & { readonly code: unknown; readonly retryable: unknown } =>
  error instanceof Error && "code" in error && "retryable" in error;

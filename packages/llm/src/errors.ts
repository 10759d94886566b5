/**
 * - `rate_limited`: too many requests for now; see `retryAfterMs`
 * - `overloaded`: the provider has no capacity for now
 * - `unavailable`: the provider failed or could not be reached
 * - `timeout`: no whole answer by the attempt's or the call's deadline
 * - `aborted`: the caller's signal
 * - `unauthorized`: the API key is missing, wrong or switched off
 * - `payment_required`: the account has no credit
 * - `forbidden`: the key may not do this
 * - `moderated`: the provider refuses this content
 * - `model_not_found`: no such model, or nobody serves it under the given constraints
 * - `context_too_long`: the messages do not fit the model
 * - `bad_request`: the provider does not understand the request
 * - `empty_answer`: an answer without text
 * - `malformed_answer`: not an answer: HTML, broken JSON, no finish reason
 * - `truncated`: the output cap was used up before the answer (reasoning counts) or within it
 */
export type LlmErrorCode =
  | "rate_limited"
  | "overloaded"
  | "unavailable"
  | "timeout"
  | "aborted"
  | "unauthorized"
  | "payment_required"
  | "forbidden"
  | "moderated"
  | "model_not_found"
  | "context_too_long"
  | "bad_request"
  | "empty_answer"
  | "malformed_answer"
  | "truncated";

const retryableCodes: ReadonlySet<LlmErrorCode> = new Set<LlmErrorCode>([
  "rate_limited",
  "overloaded",
  "unavailable",
  "timeout",
  "aborted",
  "empty_answer",
  "malformed_answer",
]);

export interface LlmErrorOptions extends ErrorOptions {
  /** @default what the code says: trouble of the moment is, a fault of the request, the key or the account is not */
  readonly retryable?: boolean | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly status?: number | undefined;
  readonly model?: string | undefined;
}

/** Every failure of this package. Message and cause never hold a prompt, an answer or a provider's words about them. */
export class LlmError extends Error {
  override readonly name = "LlmError";
  readonly code: LlmErrorCode;
  /** The same call may work later. */
  readonly retryable: boolean;
  /** The provider asks for this pause before the next call. */
  readonly retryAfterMs?: number;
  /** HTTP status of the answer; absent when there was none. */
  readonly status?: number;
  /** The model that was asked last. */
  readonly model?: string;

  constructor(code: LlmErrorCode, message: string, options: LlmErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? retryableCodes.has(code);
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
    if (options.status !== undefined) this.status = options.status;
    if (options.model !== undefined) this.model = options.model;
  }
}

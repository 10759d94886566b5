/**
 * What went wrong, and what to do.
 *
 * - `rate_limited`: there were too many requests for now. Retryable, after `retryAfterMs` if it is known.
 * - `overloaded`: the provider has no capacity for now. Retryable.
 * - `unavailable`: the provider failed or could not be reached. Retryable.
 * - `timeout`: there was no whole answer by the attempt's or the call's deadline. Retryable.
 * - `aborted`: the caller's signal ended the call. Retryable.
 * - `empty_answer`: an answer came without text. Retryable.
 * - `malformed_answer`: what came is no answer: HTML, broken JSON, no finish reason. Retryable; check the base URL.
 * - `invalid_argument`: the caller's fault; nothing was asked. Check the options, the messages and the client.
 * - `bad_request`: the provider does not understand the request, or redirects it. Check the options against its
 *   documentation, and the base URL.
 * - `unauthorized`: the API key is missing, wrong or switched off. Check it.
 * - `payment_required`: the account has no credit. Add some.
 * - `forbidden`: the key may not do this. Check its rights, and the account's privacy settings.
 * - `moderated`: the provider refuses this content, and will again.
 * - `model_not_found`: there is no such model, or nobody serves it under the given constraints. Name another.
 * - `context_too_long`: the messages do not fit the model. Send fewer or shorter ones.
 * - `truncated`: the output cap was used up before the answer (reasoning counts) or within it. Raise it.
 *
 * A provider may overrule what is retryable, either way.
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
  | "invalid_argument"
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

/** What an `LlmError` holds besides its code and its message. */
export interface LlmErrorOptions extends ErrorOptions {
  /** Whether the same call may work later. @default what the code says */
  readonly retryable?: boolean | undefined;
  /** How long the provider asks to wait before the next call, in ms. */
  readonly retryAfterMs?: number | undefined;
  /** HTTP status of the answer; absent when there was none. */
  readonly status?: number | undefined;
  /** The model that was asked last. */
  readonly model?: string | undefined;
}

/** Every failure of this package. Message and cause never hold a prompt, an answer or a provider's words about them. */
export class LlmError extends Error {
  override readonly name = "LlmError";
  /** What to tell failures apart by; a message may change. */
  readonly code: LlmErrorCode;
  /** Whether the same call may work later. */
  readonly retryable: boolean;
  /** How long the provider asks to wait before the next call, in ms; absent when it does not say. */
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

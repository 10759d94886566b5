/**
 * What went wrong, and what to do.
 *
 * - `rate_limited`: the base is frozen for now. Retryable, after `retryAfterMs`.
 * - `quota_exhausted`: the workspace has used up its calls of this month. Retryable, after `retryAfterMs` if it is known;
 *   raise the plan, or wait for the next month.
 * - `unavailable`: Airtable failed (5xx) or could not be reached. Retryable.
 * - `timeout`: there was no whole answer in time. Retryable; raise `requestTimeoutMs` if it happens often.
 * - `malformed_answer`: something that is no answer of Airtable came under status 200: a proxy's page, broken or foreign
 *   JSON. Retryable; look at what stands between.
 * - `aborted`: the caller's signal, or the archive's, ended the call. Retryable.
 * - `closed`: the archive was closed before the call. Make a new one.
 * - `invalid_argument`: the caller's fault, an id that no cell holds among it. Nothing was called.
 * - `too_large`: the summary or the request is longer than Airtable takes. Make it shorter.
 * - `unauthorized`: the token is missing, wrong or switched off. Make a new one.
 * - `forbidden`: there is no such base or table, or the token may not use it. Check both, and the token's scopes.
 * - `not_found`: there is no such path or record.
 * - `ambiguous_key`: several rows carry the key of an upsert, and did so again after each new look.
 * - `unknown_field`: the table lacks a column. Run `checkSchema()` to hear which.
 * - `invalid_request`: Airtable does not accept the request, or one row of it. Check the types of the columns.
 * - `invalid_id`: the key column is of numbers and would round this id. Make it a single line text.
 * - `invalid_schema`: the table or its columns are not as the archive needs them. Correct it, or run `ensureSchema()`.
 */
export type AirtableErrorCode =
  | "rate_limited"
  | "quota_exhausted"
  | "unavailable"
  | "timeout"
  | "aborted"
  | "closed"
  | "invalid_argument"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "ambiguous_key"
  | "unknown_field"
  | "invalid_request"
  | "too_large"
  | "malformed_answer"
  | "invalid_id"
  | "invalid_schema";

const retryableCodes: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "rate_limited",
  "quota_exhausted",
  "unavailable",
  "timeout",
  "aborted",
  "malformed_answer",
]);

/** What an `AirtableError` holds besides its code and its message. */
export interface AirtableErrorOptions extends ErrorOptions {
  /** How long to wait before the next try, in ms: an earlier one makes no sense. */
  readonly retryAfterMs?: number | undefined;
  /** HTTP status of the answer; absent when there was none. */
  readonly status?: number | undefined;
  /** Airtable's own name of the error, for instance `INVALID_PERMISSIONS`. */
  readonly type?: string | undefined;
}

/** Every failure of this package. Neither message nor cause holds the token, a summary or Airtable's words about one. */
export class AirtableError extends Error {
  override readonly name = "AirtableError";
  /** What to tell failures apart by; a message may change. */
  readonly code: AirtableErrorCode;
  /** Whether the same call may work later. Every call of an archive is safe to repeat. */
  readonly retryable: boolean;
  /** How long to wait before the next try, in ms: an earlier one makes no sense. Absent when nobody knows. */
  readonly retryAfterMs?: number;
  /** HTTP status of the answer; absent when there was none. */
  readonly status?: number;
  /** Airtable's own name of the error, for instance `INVALID_PERMISSIONS`. */
  readonly type?: string;

  constructor(code: AirtableErrorCode, message: string, options: AirtableErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.retryable = retryableCodes.has(code);
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
    if (options.status !== undefined) this.status = options.status;
    if (options.type !== undefined) this.type = options.type;
  }
}

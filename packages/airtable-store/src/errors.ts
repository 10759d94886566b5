/**
 * - `rate_limited`: the base is frozen for now; see `retryAfterMs`
 * - `quota_exhausted`: the workspace has used up its calls of this month; see `retryAfterMs`
 * - `unavailable`: Airtable failed (5xx) or could not be reached
 * - `timeout`: no whole answer in time
 * - `aborted`: the caller's signal or the archive's
 * - `closed`: the archive was closed before the call
 * - `unauthorized`: the token is missing, wrong or switched off
 * - `forbidden`: no such base or table, or the token may not use it
 * - `not_found`: no such path or record
 * - `ambiguous_key`: several rows carry the key of an upsert
 * - `unknown_field`: the table lacks a column
 * - `invalid_request`: Airtable does not accept the request, or one row of it
 * - `too_large`: the summary or the request is longer than Airtable takes
 * - `malformed_answer`: not an answer of Airtable: a proxy's page, broken or foreign JSON
 * - `invalid_id`: not a Telegram id
 * - `invalid_row`: a row that somebody has edited beyond reading
 * - `invalid_schema`: the table or its columns are not as the archive needs them
 */
export type AirtableErrorCode =
  | "rate_limited"
  | "quota_exhausted"
  | "unavailable"
  | "timeout"
  | "aborted"
  | "closed"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "ambiguous_key"
  | "unknown_field"
  | "invalid_request"
  | "too_large"
  | "malformed_answer"
  | "invalid_id"
  | "invalid_row"
  | "invalid_schema";

const retryableCodes: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "rate_limited",
  "quota_exhausted",
  "unavailable",
  "timeout",
  "aborted",
  "malformed_answer",
]);

export interface AirtableErrorOptions extends ErrorOptions {
  readonly retryAfterMs?: number | undefined;
  readonly status?: number | undefined;
  readonly type?: string | undefined;
}

/** Every failure of this package. Neither message nor cause holds the token, a summary or Airtable's words about one. */
export class AirtableError extends Error {
  override readonly name = "AirtableError";
  readonly code: AirtableErrorCode;
  /** The same call may work later. */
  readonly retryable: boolean;
  /** There is no sense in trying before this pause. */
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

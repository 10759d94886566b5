/**
 * What went wrong, and what to do.
 *
 * - `invalid_argument`: an option, an id or a combination of them cannot be used; nothing was done. Not retryable: the
 *   message names what was expected, so correct the call.
 * - `store_unavailable`: the store failed or could not be reached; what it did is unknown. Retryable: repeat the call.
 *   Not retryable when a file is damaged.
 * - `store_timeout`: the store gave no answer within `policy.storeTimeoutMs`; what it did is unknown. Retryable: repeat the
 *   call.
 * - `archive_unavailable`: the archive was needed for the answer, and failed, or gave none within
 *   `policy.archiveTimeoutMs`. Retryable: repeat the call later.
 */
export type MemoryErrorCode =
  | "invalid_argument"
  | "store_unavailable"
  | "store_timeout"
  | "archive_unavailable";

const retryableCodes: ReadonlySet<MemoryErrorCode> = new Set<MemoryErrorCode>([
  "store_unavailable",
  "store_timeout",
  "archive_unavailable",
]);

/** What is known of a failure besides its code. */
export interface MemoryErrorOptions extends ErrorOptions {
  /** Whether the same call may work later. @default what the code says */
  readonly retryable?: boolean;
}

/** Every failure of this package. Neither its message nor its cause holds a word of a conversation. */
export class MemoryError extends Error {
  override readonly name = "MemoryError";
  /** What to tell failures apart by; a message may change. */
  readonly code: MemoryErrorCode;
  /** Whether the same call may work later; every call is safe to repeat. */
  readonly retryable: boolean;

  constructor(code: MemoryErrorCode, message: string, options: MemoryErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.retryable = options.retryable ?? retryableCodes.has(code);
  }
}

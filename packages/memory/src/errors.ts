/**
 * - `config`: the options contradict each other
 * - `invalid_key`: a user, turn or request id that cannot name anything
 * - `store_unavailable`: the store failed or could not be reached; what it did is unknown, repeating is safe
 * - `store_timeout`: no answer by the store's deadline; what it did is unknown, repeating is safe
 * - `archive_unavailable`: the archive was needed for the answer, and could not be asked
 */
export type MemoryErrorCode =
  | "config"
  | "invalid_key"
  | "store_unavailable"
  | "store_timeout"
  | "archive_unavailable";

const retryableCodes: ReadonlySet<MemoryErrorCode> = new Set<MemoryErrorCode>([
  "store_unavailable",
  "store_timeout",
  "archive_unavailable",
]);

/** Every failure of this package. Neither message nor cause holds a word of a conversation. */
export class MemoryError extends Error {
  override readonly name = "MemoryError";
  readonly code: MemoryErrorCode;
  /** The same call may work later. */
  readonly retryable: boolean;

  constructor(code: MemoryErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.retryable = retryableCodes.has(code);
  }
}

/**
 * - `invalid_argument`: the caller's fault; nothing was written
 * - `queue_full`: the depth limit, or the memory limit of the store; nothing was written, try later
 * - `store_unavailable`: the store did not answer or refused; what was asked may or may not have happened
 * - `closed`: the queue was closed
 */
export type QueueErrorCode = "invalid_argument" | "queue_full" | "store_unavailable" | "closed";

const retryableCodes: ReadonlySet<QueueErrorCode> = new Set<QueueErrorCode>([
  "queue_full",
  "store_unavailable",
]);

/** Every failure of this package. A message never holds a body or a lane. */
export class QueueError extends Error {
  override readonly name = "QueueError";
  readonly code: QueueErrorCode;
  /** The same call may work later; every call is safe to repeat. */
  readonly retryable: boolean;

  constructor(code: QueueErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.retryable = retryableCodes.has(code);
  }
}

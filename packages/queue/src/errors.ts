/**
 * What went wrong, and what to do.
 *
 * - `invalid_argument`: an argument or an option makes no sense, so nothing was written; not retryable, mend the call
 * - `queue_full`: the depth limit, or the store has no room, so nothing was written; retryable, try later
 * - `store_unavailable`: the store refused, or gave no answer within `callTimeoutMs`; retryable, repeat the call, because
 *   what was asked may or may not have happened
 * - `store_unsupported`: the store cannot keep this queue: a server that is too old, keys of another node of a cluster, or a
 *   file that is damaged, of a newer release or of another program; not retryable, use another one
 * - `options_differ`: other users of the queue gave other options, and nothing was done; retryable, because theirs are
 *   forgotten when they have stopped, as the users of an older release do; else mend the options
 * - `closed`: the queue was closed; not retryable, make a new one
 */
export type QueueErrorCode =
  | "invalid_argument"
  | "queue_full"
  | "store_unavailable"
  | "store_unsupported"
  | "options_differ"
  | "closed";

const retryableCodes: ReadonlySet<QueueErrorCode> = new Set<QueueErrorCode>([
  "queue_full",
  "store_unavailable",
  "options_differ",
]);

/** Every failure of this package. A message never holds a body or a lane. */
export class QueueError extends Error {
  override readonly name = "QueueError";
  /** What to tell failures apart by; a message may change. */
  readonly code: QueueErrorCode;
  /** Whether the same call may work later; every call is safe to repeat. */
  readonly retryable: boolean;

  constructor(code: QueueErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.retryable = retryableCodes.has(code);
  }
}

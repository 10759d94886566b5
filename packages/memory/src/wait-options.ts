/**
 * How long a caller waits: until this signal aborts. Then the call rejects with the signal's reason. What it did by
 * then is unknown, and repeating it is safe.
 */
export interface WaitOptions {
  /** Ends the wait when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What `TelegramServerError.code` tells apart:
 * - `invalid_argument`: the test asked for what is not there (an account, a message, a button), or gave a TL object that
 *   the layer does not have. Not retryable: mend the test; the message names what was asked for.
 */
export type TelegramServerErrorCode = "invalid_argument";

/** Thrown to the test, never to the client under test: that one gets an `RpcError`. */
export class TelegramServerError extends Error {
  override readonly name = "TelegramServerError";
  /** What to tell failures apart by; a message may change. */
  readonly code: TelegramServerErrorCode;
  constructor(code: TelegramServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

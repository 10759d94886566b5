/**
 * What `AirtableServerError.code` tells apart:
 * - `invalid_argument`: the test asked for a table or a column that is not there, or for a row that Airtable would refuse.
 *   Not retryable: mend the test; the message names what was asked for.
 */
export type AirtableServerErrorCode = "invalid_argument";

/** Thrown to the test, never to the client under test: that one gets what Airtable answers. */
export class AirtableServerError extends Error {
  override readonly name = "AirtableServerError";
  /** What to tell failures apart by; a message may change. */
  readonly code: AirtableServerErrorCode;
  constructor(code: AirtableServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** An answer that is not 2xx, in one of the three shapes Airtable uses. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export const refuse = (status: number, type: string, message?: string) =>
  new Refusal(status, { error: message === undefined ? { type } : { type, message } });

export const notFound = () => new Refusal(404, { error: "NOT_FOUND" });
export const forbidden = () =>
  refuse(
    403,
    "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
    "Invalid permissions, or the requested model was not found.",
  );
export const unprocessable = (message: string) => refuse(422, "INVALID_REQUEST_UNKNOWN", message);

/** The list shape: rate and month use it. */
export const refuseInList = (status: number, error: string, message: string) =>
  new Refusal(status, { errors: [{ error, message }] });

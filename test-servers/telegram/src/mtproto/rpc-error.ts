/** Thrown by whatever answers a call: becomes an `rpc_error` on the wire. */
export class RpcError extends Error {
  override readonly name = "RpcError";
  /** The number of the error, as of an HTTP status: 400, 401, 420, … */
  readonly code: number;
  constructor(code: number, text: string) {
    super(text);
    this.code = code;
  }
}

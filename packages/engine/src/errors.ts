export type EngineErrorCode =
  /** The engine does not answer, or not in time. */
  | "unavailable"
  /** The token is not accepted. The engine says so too while its database restarts. */
  | "unauthenticated"
  /** No worker has registered the workflow yet. */
  | "workflow_unknown"
  /** The engine refuses the call as it is. */
  | "rejected"
  /** A reference that is not `{ lane, id }` of non-empty strings. */
  | "ref_invalid"
  /** Runs were started from inside a run, which makes them its children. */
  | "inside_run"
  /** Options from which no client can be made. */
  | "config_invalid"
  /** The worker does not hear from the engine any more; only a restart of the process helps. */
  | "worker_lost";

/** What went wrong with the engine. `retryable`: the same call may succeed later. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  readonly retryable: boolean;
  constructor(code: EngineErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.retryable = retryableCodes.has(code);
  }
}

const retryableCodes: ReadonlySet<EngineErrorCode> = new Set([
  "unavailable",
  "unauthenticated",
  "workflow_unknown",
]);

/** The SDK keeps of an answer only its text, which names the gRPC status. */
export function engineError(what: string, cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/\b(UNAUTHENTICATED|PERMISSION_DENIED)\b/.test(text)) {
    return new EngineError(
      "unauthenticated",
      `${what}: the engine does not accept the token. Check HATCHET_CLIENT_TOKEN.`,
      { cause },
    );
  }
  if (
    /\b(INVALID_ARGUMENT|FAILED_PRECONDITION|NOT_FOUND|OUT_OF_RANGE|UNIMPLEMENTED)\b/.test(text)
  ) {
    return new EngineError("rejected", `${what}: the engine refuses it.`, { cause });
  }
  return new EngineError(
    "unavailable",
    `${what}: the engine does not answer. Check that it runs, and HATCHET_CLIENT_HOST_PORT.`,
    { cause },
  );
}

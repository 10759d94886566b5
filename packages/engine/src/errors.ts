/**
 * Why a call failed:
 *
 * - `unavailable`: the engine does not answer, or not in time. Retryable: some of the runs may exist, which a
 *   repetition finds alive.
 * - `unauthenticated`: the engine does not accept the token. Retryable, because the engine says so too while its
 *   database restarts; if it lasts, check HATCHET_CLIENT_TOKEN.
 * - `workflow_unknown`: no worker has registered the workflow yet. Retryable: start a worker.
 * - `rejected`: the engine refuses the call as it is. Not retryable: compare the versions of the engine and the SDK.
 * - `invalid_argument`: options from which no client can be made, or a job's reference that is not `{ lane, id }` of
 *   strings that are not empty. Not retryable: mend the caller.
 * - `inside_run`: runs were started from inside a run, which makes them its children. Not retryable: put a job into
 *   a list instead.
 * - `worker_lost`: the worker does not hear from the engine any more, or its run was cut by a stop. Not retryable:
 *   only a new process helps.
 */
export type EngineErrorCode =
  | "unavailable"
  | "unauthenticated"
  | "workflow_unknown"
  | "rejected"
  | "invalid_argument"
  | "inside_run"
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

/** The SDK keeps of an answer only its text, which names the gRPC status, or that of HTTP. */
export function engineError(what: string, cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/\b(UNAUTHENTICATED|PERMISSION_DENIED|status code 40[13])\b/.test(text)) {
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

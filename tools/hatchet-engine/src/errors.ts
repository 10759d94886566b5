export type EngineSetupErrorCode =
  | "option_invalid"
  | "go_missing"
  | "build_failed"
  | "binaries_missing"
  | "postgres_missing"
  | "database_in_use"
  | "port_taken"
  | "step_failed"
  | "not_ready";

/** Why the engine could not be built or started. Nothing here heals by repeating. */
export class EngineSetupError extends Error {
  override readonly name = "EngineSetupError";
  readonly code: EngineSetupErrorCode;
  readonly retryable = false;
  constructor(code: EngineSetupErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
  }
}

/** Whether an error of Node carries this code, for instance ENOENT. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/**
 * Why the engine could not be built or started. None is retryable: each names what has to be done first.
 *
 * - `invalid_argument`: an option of the command line or of `startEngine` makes no sense; the message says what is
 *   expected. Mend it.
 * - `go_missing`: the programs have to be built, and there is no Go. Install Go 1.26 or newer, or set HATCHET_BIN.
 * - `build_failed`: Go could not build the programs; the message ends with what Go said.
 * - `binaries_missing`: HATCHET_BIN names a folder that lacks one of the programs. Mend it or unset it.
 * - `postgres_missing`: no PostgreSQL answers at the given address. Start one, or give another address.
 * - `database_in_use`: somebody is connected to the engine's database. Stop the engine that runs on it, or choose
 *   another name.
 * - `port_taken`: somebody listens on a port of the engine, or this engine runs already. Stop it, or choose another port.
 * - `step_failed`: a program that creates tables, keys or the token failed; the message ends with what it said. Read it,
 *   or begin anew with `fresh`.
 * - `not_ready`: the engine ended, or was not ready within two minutes. Read its log, which the message names.
 */
export type EngineSetupErrorCode =
  | "invalid_argument"
  | "go_missing"
  | "build_failed"
  | "binaries_missing"
  | "postgres_missing"
  | "database_in_use"
  | "port_taken"
  | "step_failed"
  | "not_ready";

/** The one error of this package. Nothing here heals by repeating. */
export class EngineSetupError extends Error {
  override readonly name = "EngineSetupError";
  readonly code: EngineSetupErrorCode;
  readonly retryable = false;
  constructor(code: EngineSetupErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
  }
}

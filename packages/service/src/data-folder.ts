import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** What was set up so that there is nothing to talk to: which part, its value, and what to do. */
class SetUpError extends Error {
  override readonly name = "SetUpError";
}

/** Makes the folder of the memory, readable by its owner alone, unless it is there. Throws a `SetUpError`. */
export function makeDataFolder(path: string): void {
  if (path === "") throw new SetUpError("--data is empty: name a folder.");
  try {
    make(resolve(path));
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
    throw new SetUpError(
      `--data ${path} cannot be made a folder${reason}: name one that you may write in.`,
      { cause },
    );
  }
  if (!statSync(path).isDirectory())
    throw new SetUpError(`--data ${path} is a file: name a folder.`);
}

/** One folder at a time, because Node's own way never ends where nobody can make one, such as below /proc. */
function make(path: string): void {
  if (existsSync(path)) return;
  make(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

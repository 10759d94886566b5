import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { codeOf } from "./read-text.ts";

/**
 * Writes a new file that only its owner may read. Rejects with what to do when there is one of this name, or it cannot be
 * written; what could not be finished is removed.
 */
export async function writeNewFile(
  file: string,
  parts: Iterable<string> | AsyncIterable<string>,
  { signal }: { readonly signal: AbortSignal },
): Promise<void> {
  const output = createWriteStream(file, { mode: 0o600, flags: "wx", flush: true });
  try {
    await pipeline(Readable.from(parts), output, { signal });
  } catch (error) {
    const isOfFile = error instanceof Error && "syscall" in error && "path" in error;
    if (codeOf(error) === "EEXIST")
      throw new Error(`${file} is there already: name a new file.`, { cause: error });
    if (isOfFile && error.syscall === "open")
      throw new Error(`${file} cannot be written (${codeOf(error)}): name another one.`, {
        cause: error,
      });
    await rm(file, { force: true });
    throw error;
  }
}

import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";

/** Reads what was given in place of a text: `-` is the standard input, anything else the text itself. */
export const readGiven = async (given: string): Promise<string> =>
  given === "-" ? readAll(process.stdin) : given;

/** Reads a file that was named; `-` is the standard input. Rejects with what to do when it cannot be read. */
export async function readNamed(file: string): Promise<string> {
  if (file === "-") return readAll(process.stdin);
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`${file} cannot be read (${codeOf(cause)}): name a file that is there.`, {
      cause,
    });
  });
}

/** What the system calls a failure, such as ENOENT. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";

import type { Env, Terminal } from "../terminal/terminal.ts";
import { createProgram } from "./program.ts";

/** What a command did. */
export interface Ran {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process. What would end it with 1 or 2 and a line is thrown. */
export async function tgmem(
  args: readonly string[],
  given: Partial<Terminal> & { readonly env: Env },
): Promise<Ran> {
  let code: number | undefined;
  let stdout = "";
  let stderr = "";
  const program = createProgram({
    print: (line) => void (stdout += `${line}\n`),
    note: (line) => void (stderr += `${line}\n`),
    clear: () => {},
    width: 80,
    isLive: false,
    confirm: async () => false,
    signal: new AbortController().signal,
    end: (ended) => void (code = ended),
    ...given,
  });
  await program.parseAsync(args, { from: "user" });
  return { code, stdout, stderr };
}

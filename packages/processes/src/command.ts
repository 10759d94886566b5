import { execFile } from "node:child_process";

/** How a program ended, and what it said. */
export interface CommandResult {
  /** Whether it ended with the exit code 0. */
  ok: boolean;
  /** The exit code, or null when a signal ended the program or it could not be started. */
  code: number | null;
  /** Whether the program could not be started because there is none of this name. */
  missing: boolean;
  stdout: string;
  stderr: string;
}

/** The surroundings of a program. */
export interface CommandOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
}

/** Runs a program to its end. A failure is a result, not an error. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(program, args, { ...options, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ ok: error === null, code, missing: error?.code === "ENOENT", stdout, stderr });
    });
  });
}

/** Gives the last lines of what a program said, which most often name its failure. */
export const lastLines = (text: string, count = 5): string =>
  text.trim().split("\n").slice(-count).join("\n");

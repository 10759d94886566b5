import { execFile } from "node:child_process";

export interface CommandResult {
  ok: boolean;
  /** The exit code; null without one. */
  code: number | null;
  /** There is no such program. */
  missing: boolean;
  stdout: string;
  stderr: string;
}

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

/** The end of what a program said. */
export const lastLines = (text: string, count = 5): string =>
  text.trim().split("\n").slice(-count).join("\n");

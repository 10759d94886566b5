import { execFile } from "node:child_process";

export interface ProgramResult {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The program is killed after this time. @default 120 s */
  readonly timeoutMs?: number;
}

/** Runs a program to its end. A failure is a result, not an error. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, timeoutMs = 120_000 }: ProgramOptions,
): Promise<ProgramResult> {
  const limits = { timeout: timeoutMs, killSignal: "SIGKILL", maxBuffer: 1 << 26 } as const;
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env, ...limits }, (error, stdout, stderr) => {
      const late = error?.killed ? `\nKilled after ${timeoutMs / 1_000} s.` : "";
      resolve({ ok: error === null, stdout, stderr: stderr + late });
    });
  });
}

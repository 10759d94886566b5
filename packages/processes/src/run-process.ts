import { startProcess, type StartOptions } from "./start-process.ts";

/** How a program of ours ended, and what it printed. */
export interface RunResult {
  /** The exit code, or null when a signal ended the program. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a program of ours as `startProcess` does, and resolves when it has ended. */
export async function runProcess(main: URL, options: StartOptions = {}): Promise<RunResult> {
  const child = startProcess(main, options);
  const code = await child.exit;
  return { code, ...child.printed };
}

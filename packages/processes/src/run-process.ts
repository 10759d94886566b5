import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface RunOptions {
  readonly args?: readonly string[];
  /** The only variables it sees, beside PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Piped in. @default nothing */
  readonly input?: string;
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of ours from its source, as an operator would, to its end. */
export async function runProcess(
  main: URL,
  { args = [], env = {}, input = "" }: RunOptions = {},
): Promise<RunResult> {
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "--conditions=@tgmem/source",
      fileURLToPath(main),
      ...args,
    ],
    { env: { PATH: process.env["PATH"], ...env }, stdio: ["pipe", "pipe", "pipe"] },
  );
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  // A program that ends without reading its input closes the pipe.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [code] = await once(child, "close");
  return { code: Number(code), stdout, stderr };
}

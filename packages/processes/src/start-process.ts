import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { until } from "./until.ts";

export interface StartOptions {
  /** Arguments of the command line. @default none */
  readonly args?: readonly string[];
  /** The only variables that it sees, beside PATH and METRICS_PORT, which is 0 (any free port) unless it stands here. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped in. @default nothing */
  readonly input?: string;
}

export interface RunningProcess {
  /** Everything that it has printed. */
  readonly output: () => string;
  /** What it has printed, by stream. */
  readonly printed: { readonly stdout: string; readonly stderr: string };
  /** Resolves when it has printed this. Rejects, with the output, when it ends before, or after 60 s. */
  readonly says: (text: string) => Promise<void>;
  /** Resolves with its exit code, null after a deadly signal. */
  readonly exit: Promise<number | null>;
  /** Sends the signal and resolves with the exit code, as `exit` does. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
  /** The status of a path of its health server. */
  readonly status: (path: string) => Promise<number>;
}

/** Starts a program of ours from its source, as an operator would; it dies with this process. */
export function startProcess(
  main: URL,
  { args = [], env = {}, input = "" }: StartOptions = {},
): RunningProcess {
  const flags = ["--disable-warning=ExperimentalWarning", "--conditions=@tgmem/source"];
  const child = spawn(process.execPath, [...flags, fileURLToPath(main), ...args], {
    env: { PATH: process.env["PATH"], METRICS_PORT: "0", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A program that ends without reading its input closes the pipe.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  let output = "";
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].on("data", (data: Buffer) => {
      output += data.toString();
      printed[name] += data.toString();
    });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const exit = once(child, "close").then(() => {
    process.off("exit", kill);
    return child.exitCode;
  });
  return {
    output: () => output,
    printed,
    exit,
    says: async (text) => {
      const said = () => {
        if (output.includes(text)) return true;
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${output}`);
        return false;
      };
      await until(said, { what: text }).catch((cause: unknown) => {
        throw new Error(`It never said ${text}:\n${output}`, { cause });
      });
    },
    stop: (signal) => {
      child.kill(signal);
      return exit;
    },
    status: async (path) => {
      const port = /"port":(\d+)/.exec(output)?.[1] ?? "";
      return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    },
  };
}

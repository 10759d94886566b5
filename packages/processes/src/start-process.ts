import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { dieWithUs } from "./die-with-us.ts";
import { flags, variables } from "./program-of-ours.ts";
import { until } from "./until.ts";

/** What a program of ours is started with. */
export interface StartOptions {
  /** The arguments of its command line. @default none */
  readonly args?: readonly string[];
  /**
   * The only variables that the program sees, beside PATH, the folder of compiled code that Node keeps, and METRICS_PORT,
   * which is 0 (any free port) unless it stands here.
   */
  readonly env?: Readonly<Record<string, string>>;
  /** The text that the program reads from its standard input. @default nothing */
  readonly input?: string;
}

/** A program of ours that runs, or has run. */
export interface RunningProcess {
  /** Its number, for signals that do not end it and for what the system knows of it. */
  readonly pid: number;
  /** Gives everything that the program has printed until now. */
  readonly output: () => string;
  /** The same, with its two streams apart. */
  readonly printed: { readonly stdout: string; readonly stderr: string };
  /** Resolves when the program has printed this text. Rejects, with the output, when it ends before, or after 60 s. */
  readonly says: (text: string) => Promise<void>;
  /** Resolves with the exit code when the program has ended, or with null when a signal ended it. */
  readonly exit: Promise<number | null>;
  /** Sends the signal, and resolves as `exit` does. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Asks the health server of the program for a path, and gives the HTTP status. */
  readonly status: (path: string) => Promise<number>;
}

/** Starts a program of ours from its source, as an operator would. It ends with this process, however that ends. */
export function startProcess(
  main: URL,
  { args = [], env = {}, input = "" }: StartOptions = {},
): RunningProcess {
  const child = spawn(process.execPath, [...flags, fileURLToPath(main), ...args], {
    env: variables(env),
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
  dieWithUs(child);
  const exit = once(child, "close").then(() => child.exitCode);
  return {
    pid: child.pid ?? 0,
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

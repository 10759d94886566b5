import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { until } from "./until.ts";

export interface RunningProcess {
  /** Everything it has printed. */
  readonly output: () => string;
  /** Resolves when it has printed this. Rejects, with the output, after 60 s. */
  readonly says: (text: string) => Promise<void>;
  /** Resolves with its exit code, null after a deadly signal. */
  readonly exit: Promise<number | null>;
  /** Sends the signal and resolves with the exit code, as `exit` does. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Status of a path of its health server. */
  readonly status: (path: string) => Promise<number>;
}

/** Starts a program of ours from its source, as an operator would; it dies with this process. */
export function startProcess(
  main: URL,
  { env }: { readonly env: Readonly<Record<string, string>> },
): RunningProcess {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--conditions=@tgmem/source", fileURLToPath(main)],
    {
      env: { PATH: process.env["PATH"], METRICS_PORT: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const exit = once(child, "close").then(() => {
    process.off("exit", kill);
    return child.exitCode;
  });
  return {
    output: () => output,
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

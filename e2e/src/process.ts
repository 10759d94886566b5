import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type App = "receiver" | "consumer" | "worker" | "sender";

export interface AppProcess {
  /** Everything it has printed. */
  readonly output: () => string;
  /** Resolves with its exit code, null after a deadly signal. A dead process stays dead. */
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** One of our processes as an operator starts it, on a free port; resolves when it says that it has started. */
export async function startApp(
  app: App,
  env: Readonly<Record<string, string>>,
): Promise<AppProcess> {
  const main = fileURLToPath(new URL(`../../apps/${app}/src/main.ts`, import.meta.url));
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--conditions=@tgmem/source", main],
    {
      env: { PATH: process.env["PATH"], METRICS_PORT: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  dieWithUs(child);
  const closed = once(child, "close");
  while (!output.includes('"msg":"started"')) {
    await Promise.race([once(child.stdout, "data"), closed]);
    if (child.exitCode !== null)
      throw new Error(`${app} ended with ${child.exitCode} before it started:\n${output}`);
  }
  return {
    output: () => output,
    async kill(signal) {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

function dieWithUs(child: ChildProcess): void {
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("close", () => process.off("exit", kill));
}

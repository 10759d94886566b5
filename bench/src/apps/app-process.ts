import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nodeInSmallPages } from "./small-pages.ts";

export type App = "receiver" | "consumer" | "worker" | "sender" | "bot";

export interface AppProcess {
  readonly pid: number;
  /** SIGTERM; rejects when it did not stop in order. */
  stop(): Promise<void>;
}

/** Enough to see why it failed. */
const keptCharacters = 4_000;

/** One of our processes as an operator starts it, on a free metrics port; resolves when it says that it has started. */
export async function startApp(
  app: App,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<AppProcess> {
  const node = await nodeInSmallPages(join(root, ".data", "bench-node"));
  const child = spawn(node, [...argumentsOf(app), ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], METRICS_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  dieWithUs(child);
  let output = "";
  const started = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data: Buffer) => {
        output = (output + data.toString()).slice(-keptCharacters);
        if (output.includes('"msg":"started"')) resolve();
      });
  });
  const closed = once(child, "close");
  await Promise.race([started, closed]);
  if (child.pid === undefined || child.exitCode !== null)
    throw new Error(`The ${app} ended with ${child.exitCode} before it started:\n${output}`);
  return {
    pid: child.pid,
    async stop() {
      child.kill("SIGTERM");
      await closed;
      if (child.exitCode !== 0)
        throw new Error(`The ${app} ended with ${child.exitCode ?? child.signalCode}:\n${output}`);
    },
  };
}

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));
const Manifest = z.object({ scripts: z.record(z.string(), z.string()) });

/** What `pnpm worker` and the like give to Node; no `.env` is read. */
export function argumentsOf(app: string): string[] {
  const { scripts } = Manifest.parse(JSON.parse(readFileSync(`${root}package.json`, "utf8")));
  const [, ...args] = (scripts[app] ?? "").split(" ");
  return args.filter((argument) => !argument.startsWith("--env-file"));
}

export function dieWithUs(child: ChildProcess): void {
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("close", () => process.off("exit", kill));
}

import { type ChildProcess, spawn } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { dieWithUs } from "@tgmem/processes";
import { EngineSetupError } from "./errors.ts";
import type { EnginePorts } from "./settings.ts";

const readyMs = 120_000;
const stopMs = 30_000;

/** How the engine is started, and where it answers. */
interface Program {
  binary: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  ports: EnginePorts;
  logFile: string;
}

/** Makes the handle of one engine process, which can be started, killed and started again. */
export function engineProcess({ binary, args, cwd, env, ports, logFile }: Program) {
  let child: ChildProcess | null = null;
  let exit: Promise<void> = Promise.resolve();
  const hasEnded = () => child === null || child.exitCode !== null || child.signalCode !== null;

  async function start(): Promise<void> {
    if (!hasEnded())
      throw new EngineSetupError(
        "port_taken",
        "The engine runs already: stop or kill it before you start it again.",
      );
    const log = openSync(logFile, "a");
    // A group of its own: Ctrl-C in a terminal shall reach us alone, and we stop it in order.
    const started = spawn(binary, args, { cwd, env, stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    started.unref();
    child = started;
    exit = new Promise((resolve) => {
      started.once("exit", () => resolve());
      started.once("error", () => resolve());
    });
    dieWithUs(started);
    const deadline = performance.now() + readyMs;
    while (!(await isReady())) {
      if (hasEnded() || started.pid === undefined)
        throw new EngineSetupError(
          "not_ready",
          `The engine ended before it was ready, see ${logFile}.`,
        );
      if (performance.now() > deadline)
        throw new EngineSetupError(
          "not_ready",
          `The engine was not ready within ${readyMs} ms, see ${logFile}.`,
        );
      await delay(50);
    }
  }
  const isReady = async () =>
    (await answers(`http://127.0.0.1:${ports.health}/ready`)) &&
    (await answers(`http://127.0.0.1:${ports.http}/api/ready`));

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (hasEnded()) return;
    child?.kill(signal);
    const timer = setTimeout(() => child?.kill("SIGKILL"), stopMs);
    await exit;
    clearTimeout(timer);
  }
  return { start, exited: () => exit, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );

import type { Engine } from "./connect.ts";
import { drain } from "./drain.ts";
import { EngineError } from "./errors.ts";
import { createRuns } from "./runs.ts";
import { registerWorker, startListening } from "./sdk-worker.ts";
import { declareTask, type WorkerTask } from "./task.ts";
import { createWatchdog } from "./watchdog.ts";

export interface WorkerOptions {
  /** Shown by the engine. */
  readonly name: string;
  /** Runs at once. @default 100 */
  readonly slots?: number;
  readonly tasks: readonly WorkerTask[];
  /** Stops it, like `stop()`. */
  readonly signal?: AbortSignal;
  /** How long running tasks may go on after a stop. Above their usual time: what is cut runs again 30 s later. @default 25_000 */
  readonly drainMs?: number;
  /** The time in ms without a heartbeat that is fatal. A restart of the engine makes a gap of 12 s. @default 45_000 */
  readonly watchdogMs?: number;
  /** Told once, when the worker can do no more work and only a new process can. */
  readonly onFatal?: (error: EngineError) => void;
}

export interface WorkerHealth {
  /** The engine heard from it within the last 15 s, and it is not stopping. */
  readonly ok: boolean;
  readonly running: number;
  readonly heartbeatAgeMs: number;
}

export interface EngineWorker {
  health(): WorkerHealth;
  /** Takes no new runs, lets those under way end, and after `drainMs` aborts their signals. `drained`: none was cut. */
  stop(): Promise<{ drained: boolean }>;
}

/** The longest silence of a worker that is well: heartbeats come every 4 s. */
const healthyMs = 15_000;

/** Registers the tasks and resolves when the engine may send runs. Rejects with an `EngineError`. */
export async function startWorker(engine: Engine, options: WorkerOptions): Promise<EngineWorker> {
  const { name, slots = 100, tasks, signal, drainMs = 25_000, watchdogMs = 45_000 } = options;
  const runs = createRuns();
  const workflows = tasks.map((task) => declareTask(engine, task, runs.track));
  const sdkWorker = await registerWorker(engine, { name, slots, workflows });
  const { lost } = await startListening(sdkWorker, name);

  let dead = false;
  let stopped: Promise<{ drained: boolean }> | null = null;
  function fatal(error: EngineError): void {
    if (dead || stopped) return;
    dead = true;
    options.onFatal?.(error);
  }
  void lost.then(fatal);
  const watchdog = createWatchdog(watchdogMs, () => fatal(workerSilent(name, watchdogMs)));
  const endListening = engine.listen((log) => watchdog.feed(log));

  async function stop(): Promise<{ drained: boolean }> {
    if (stopped) return stopped;
    watchdog.stop();
    endListening();
    stopped = drain(sdkWorker, { name, runs, drainMs });
    return stopped;
  }
  if (signal?.aborted) void stop();
  signal?.addEventListener("abort", () => void stop(), { once: true });

  return {
    health() {
      const heartbeatAgeMs = watchdog.ageMs();
      const ok = !dead && !stopped && heartbeatAgeMs < healthyMs;
      return { ok, running: runs.count(), heartbeatAgeMs };
    },
    stop,
  };
}

const workerSilent = (name: string, silentMs: number): EngineError =>
  new EngineError(
    "worker_lost",
    `No heartbeat of the worker ${name} for ${silentMs} ms: restart the process.`,
  );

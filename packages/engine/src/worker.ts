import { setTimeout as delay } from "node:timers/promises";
import type { Engine } from "./connect.ts";
import { EngineError, engineError } from "./errors.ts";
import { withoutSignalHandlers } from "./signals.ts";
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

const healthyMs = 15_000;
/** How long the engine may take to hear a new worker. */
const readyMs = 30_000;
/** How long a cut task may take to let go. */
const letGoMs = 1_000;

/** Registers the tasks and resolves when the engine may send runs. Rejects with an `EngineError`. */
export async function startWorker(engine: Engine, options: WorkerOptions): Promise<EngineWorker> {
  const {
    name,
    slots = 100,
    tasks,
    signal,
    drainMs = 25_000,
    watchdogMs = 45_000,
    onFatal = () => {},
  } = options;
  const running = new Set<Promise<unknown>>();
  const stopNow = new AbortController();
  let stopped: Promise<{ drained: boolean }> | null = null;
  let dead = false;

  function track<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const run = work(stopNow.signal);
    running.add(run);
    const ended = () => void running.delete(run);
    run.then(ended, ended);
    return run;
  }
  function fatal(error: EngineError): void {
    if (dead || stopped) return;
    dead = true;
    onFatal(error);
  }

  const workflows = tasks.map((task) => declareTask(engine, task, track));
  let worker;
  try {
    worker = await withoutSignalHandlers(() =>
      engine.client.worker(name, { workflows, slots, handleKill: false }),
    );
  } catch (error) {
    throw engineError(`Could not register the worker ${name}`, error);
  }
  const sdkWorker = worker;
  const listening = sdkWorker.start();
  const ended = listening.then(
    () =>
      new EngineError(
        "worker_lost",
        `The worker ${name} has lost the engine: restart the process.`,
      ),
    (error: unknown) =>
      new EngineError(
        "worker_lost",
        `The worker ${name} has lost the engine: restart the process.`,
        { cause: error },
      ),
  );
  const failed = ended.then((error) =>
    Promise.reject(engineError(`Could not start the worker ${name}`, error.cause ?? error)),
  );
  failed.catch(() => {});
  try {
    await Promise.race([sdkWorker.waitUntilReady(readyMs), failed]);
  } catch (error) {
    throw engineError(`Could not start the worker ${name}`, error);
  }
  void ended.then(fatal);
  const watchdog = createWatchdog(watchdogMs, () => {
    fatal(
      new EngineError(
        "worker_lost",
        `No heartbeat of the worker ${name} for ${watchdogMs} ms: restart the process.`,
      ),
    );
  });
  const endListening = engine.listen((log) => watchdog.feed(log));

  async function drain(): Promise<{ drained: boolean }> {
    watchdog.stop();
    endListening();
    const cut = new AbortController();
    const idle = Promise.allSettled([sdkWorker.stop(), untilNoneRuns()]).then(() => true);
    const drained = await Promise.race([idle, delay(drainMs, false, { signal: cut.signal })]);
    cut.abort();
    if (drained) return { drained };
    stopNow.abort(
      new EngineError(
        "worker_lost",
        `The worker ${name} stops: the run was cut after ${drainMs} ms.`,
      ),
    );
    await Promise.race([untilNoneRuns(), delay(letGoMs, undefined, { ref: false })]);
    return { drained };
  }
  async function untilNoneRuns(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running);
  }
  function stop(): Promise<{ drained: boolean }> {
    stopped ??= drain();
    return stopped;
  }
  if (signal?.aborted) void stop();
  signal?.addEventListener("abort", () => void stop(), { once: true });

  return {
    health() {
      const heartbeatAgeMs = watchdog.ageMs();
      return {
        ok: !dead && !stopped && heartbeatAgeMs < healthyMs,
        running: running.size,
        heartbeatAgeMs,
      };
    },
    stop,
  };
}

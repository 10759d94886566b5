import type { Engine } from "./connect.ts";
import { EngineError, engineError } from "./errors.ts";
import { withoutSignalHandlers } from "./signals.ts";
import type { declareTask } from "./task.ts";

/** How long the engine may take to hear a new worker. */
const readyMs = 30_000;

export interface Registration {
  readonly name: string;
  readonly slots: number;
  readonly workflows: ReturnType<typeof declareTask>[];
}

export type SdkWorker = Awaited<ReturnType<typeof registerWorker>>;

/** Makes the worker of the SDK, and tells the engine which workflows there are. No run comes before `startListening`. */
export async function registerWorker(engine: Engine, { name, slots, workflows }: Registration) {
  try {
    return await withoutSignalHandlers(() =>
      engine.client.worker(name, { workflows, slots, handleKill: false }),
    );
  } catch (error) {
    throw engineError(`Could not register the worker ${name}`, error);
  }
}

/**
 * Lets the engine send runs, and resolves when it has heard of the worker. `lost` resolves when the SDK has given up
 * listening, which it does without a word.
 */
export async function startListening(
  sdkWorker: SdkWorker,
  name: string,
): Promise<{ lost: Promise<EngineError> }> {
  const lost = sdkWorker.start().then(
    () => workerLost(name),
    (cause: unknown) => workerLost(name, { cause }),
  );
  const failed = lost.then((error) => Promise.reject(startFailed(name, error.cause ?? error)));
  failed.catch(() => {});
  try {
    await Promise.race([sdkWorker.waitUntilReady(readyMs), failed]);
  } catch (error) {
    throw startFailed(name, error);
  }
  return { lost };
}

const startFailed = (name: string, cause: unknown): EngineError =>
  engineError(`Could not start the worker ${name}`, cause);

const workerLost = (name: string, options?: ErrorOptions): EngineError =>
  new EngineError(
    "worker_lost",
    `The worker ${name} has lost the engine: restart the process.`,
    options,
  );

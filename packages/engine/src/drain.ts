import { withDeadline } from "./deadline.ts";
import { EngineError } from "./errors.ts";
import type { Runs } from "./runs.ts";
import type { SdkWorker } from "./sdk-worker.ts";

/** How long a cut run may take to let go. */
const letGoMs = 1_000;

export interface DrainOptions {
  readonly name: string;
  readonly runs: Runs;
  readonly drainMs: number;
}

/** Takes no new runs and lets those under way end; after `drainMs` it cuts them. `drained`: none was cut. */
export async function drain(
  sdkWorker: SdkWorker,
  { name, runs, drainMs }: DrainOptions,
): Promise<{ drained: boolean }> {
  const cut = new EngineError(
    "worker_lost",
    `The worker ${name} stops: the run was cut after ${drainMs} ms.`,
  );
  const endsWithin = (ms: number, work: Promise<unknown>): Promise<boolean> =>
    withDeadline(work, { ms, late: () => cut }).then(
      () => true,
      () => false,
    );
  const drained = await endsWithin(
    drainMs,
    Promise.allSettled([sdkWorker.stop(), runs.untilNone()]),
  );
  if (!drained) {
    runs.cut(cut);
    await endsWithin(letGoMs, runs.untilNone());
  }
  return { drained };
}

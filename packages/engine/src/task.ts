import { NonRetryableError } from "@hatchet-dev/typescript-sdk";
import { JobRef, type Workflow } from "@tgmem/contracts";
import type { Engine } from "./connect.ts";
import type { Runs } from "./runs.ts";

export interface WorkerTask {
  readonly workflow: Workflow;
  /**
   * Works on one job. The signal aborts when the run takes too long, is cancelled, or the worker must stop now.
   * If it rejects, the engine runs it again at once, three times: what has to wait, waits in its list.
   */
  readonly run: (ref: JobRef, options: { signal: AbortSignal }) => Promise<void>;
  readonly executionTimeoutMs: number;
}

/** Longest life of a run, waiting included. Past it the engine forgets that the run lives. */
const lifeMs = 24 * 3_600_000;

/** Makes a task of the SDK. `track` sees every run from its start to its end, and gives the signal that cuts it. */
export function declareTask(
  engine: Engine,
  { workflow, run, executionTimeoutMs }: WorkerTask,
  track: Runs["track"],
) {
  const prefix = engine.namespace ? `${engine.namespace}_${workflow}` : workflow;
  return engine.client.task<JobRef, { ok: true }>({
    name: workflow,
    retries: 3,
    executionTimeout: executionTimeoutMs,
    scheduleTimeout: lifeMs,
    // Keys are the whole engine's, so they name the workflow. They are free again when the run has ended.
    idempotency: {
      strategy: "status",
      expression: `'${prefix}:' + input.id`,
      fallbackTtlMs: lifeMs,
    },
    fn: async (input, context) => {
      const ref = JobRef.safeParse(input);
      if (!ref.success)
        throw new NonRetryableError(`A run of ${workflow} was given no lane and id.`);
      await track((cut) =>
        run(ref.data, { signal: AbortSignal.any([context.abortController.signal, cut]) }),
      );
      return { ok: true };
    },
  });
}

import { withDeadline } from "./deadline.ts";
import {
  BulkTriggerIdempotencyCollisionError,
  IdempotencyCollisionError,
} from "@hatchet-dev/typescript-sdk";
import { parentRunContextManager } from "@hatchet-dev/typescript-sdk/v1/parent-run-context-vars.js";
import { JobRef, type Workflow } from "@tgmem/contracts";
import type { Engine } from "./connect.ts";
import { EngineError, engineError } from "./errors.ts";

export interface Started {
  /** Runs that were made. */
  readonly started: number;
  /** Runs that were not, because one of the same id lives: nothing is left to do for them. */
  readonly alive: number;
}

export type Start = (refs: readonly JobRef[]) => Promise<Started>;

const maxCall = 100;

/**
 * Starts runs of one workflow, up to 100 a call, and does not wait for them. At most one run of an id lives at a time.
 * Rejects with an `EngineError`; some of the runs may exist then, which a repetition finds alive.
 */
export function starter(
  engine: Engine,
  workflow: Workflow,
  { deadlineMs = 30_000 }: { deadlineMs?: number } = {},
): Start {
  const task = engine.client.task<JobRef, { ok: true }>({ name: workflow });

  const limits = {
    ms: deadlineMs,
    late: () =>
      new EngineError("unavailable", `The engine did not answer within ${deadlineMs} ms.`),
  };
  let registered = false;

  /** The engine answers runs of a workflow that it does not know with ids, and makes none. */
  async function requireRegistered(): Promise<void> {
    const fullName = engine.namespace ? `${engine.namespace}_${workflow}` : workflow;
    // Only a clear "no" counts: if its REST API does not answer, the call itself will tell.
    const rows = await withDeadline(engine.client.workflows.list({ name: fullName }), limits).then(
      (list) => list.rows ?? [],
      () => null,
    );
    if (rows === null) return;
    registered = rows.some(({ name }) => name === fullName);
    if (!registered) {
      throw new EngineError(
        "workflow_unknown",
        `The engine does not know ${workflow}: start a worker first, it registers it.`,
      );
    }
  }

  async function startSome(refs: readonly JobRef[]): Promise<Started> {
    try {
      await withDeadline(
        task.runManyNoWait(refs.map(({ lane, id }) => ({ input: { lane, id }, opts: {} }))),
        limits,
      );
      return { started: refs.length, alive: 0 };
    } catch (error) {
      const alive = collisions(error);
      if (alive === 0)
        throw engineError(`Could not start ${refs.length} runs of ${workflow}`, error);
      return { started: refs.length - alive, alive };
    }
  }

  return async (refs) => {
    if (parentRunContextManager.getContext() !== undefined) {
      throw new EngineError(
        "inside_run",
        `Runs of ${workflow} were started from inside a run: put a job into a list instead.`,
      );
    }
    for (const ref of refs) requireRef(ref);
    if (!registered) await requireRegistered();
    let total: Started = { started: 0, alive: 0 };
    for (let from = 0; from < refs.length; from += maxCall) {
      const { started, alive } = await startSome(refs.slice(from, from + maxCall));
      total = { started: total.started + started, alive: total.alive + alive };
    }
    return total;
  };
}

function collisions(error: unknown): number {
  if (error instanceof BulkTriggerIdempotencyCollisionError) return error.collisions.length;
  return error instanceof IdempotencyCollisionError ? 1 : 0;
}

/** The engine answers a run whose key it cannot compute with an id, and never makes the run. */
function requireRef(ref: JobRef): void {
  if (!JobRef.safeParse(ref).success) {
    throw new EngineError(
      "invalid_argument",
      "Expected a job's lane and id to be strings that are not empty.",
    );
  }
}

import { type Workflow, Workflows } from "@tgmem/contracts";
import type { Engine } from "./connect.ts";
import { withDeadline } from "./deadline.ts";
import { EngineError, engineError } from "./errors.ts";

/** Looks which workflows somebody works on. Rejects with an `EngineError` when the engine does not say. */
export type ServedWorkflows = () => Promise<ReadonlySet<Workflow>>;

/** The engine itself counts a worker as active that it has heard within five seconds. */
const active = "ACTIVE";

/** Makes what asks the engine for the workers that it hears, and for what each of them does. */
export function servedWorkflows(
  engine: Engine,
  { deadlineMs = 5_000 }: { readonly deadlineMs?: number } = {},
): ServedWorkflows {
  const { api, tenantId } = engine.client;
  const prefix = engine.namespace ? `${engine.namespace}_` : "";
  /** What each worker does, by its id, because that never changes. */
  let known = new Map<string, readonly Workflow[]>();

  async function workflowsOf(id: string): Promise<readonly Workflow[]> {
    const { actions = [] } = (await api.workerGet(id)).data;
    return Object.values(Workflows).filter((workflow) =>
      actions.some((action) => action.startsWith(`${prefix}${workflow}:`)),
    );
  }

  async function look(): Promise<ReadonlySet<Workflow>> {
    const { rows = [] } = (await api.workerList(tenantId)).data;
    const ids = rows.flatMap(({ status, metadata }) =>
      String(status) === active ? [metadata.id] : [],
    );
    known = new Map(
      await Promise.all(
        ids.map(async (id) => [id, known.get(id) ?? (await workflowsOf(id))] as const),
      ),
    );
    return new Set([...known.values()].flat());
  }

  return () =>
    withDeadline(look(), {
      ms: deadlineMs,
      late: () =>
        new EngineError("unavailable", `The engine did not answer within ${deadlineMs} ms.`),
    }).catch((cause: unknown) => {
      throw engineError("Could not ask which workers there are", cause);
    });
}

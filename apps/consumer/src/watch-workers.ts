import type { Workflow } from "@tgmem/contracts";
import type { ServedWorkflows } from "@tgmem/engine";
import { pause } from "@tgmem/service";

/** What is seen of the engine: `workers` = it answered, and these workflows have somebody who works on them. */
export type EngineEvent =
  | { readonly type: "workers"; readonly served: ReadonlySet<Workflow> }
  | { readonly type: "no_answer"; readonly error: unknown };

/** Looks every few seconds which workflows are worked on, until the signal. */
export async function watchWorkers(
  served: ServedWorkflows,
  options: {
    readonly onEvent: (event: EngineEvent) => void;
    /** The time between two looks, in ms. @default 5_000 */
    readonly everyMs?: number;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { onEvent, everyMs = 5_000, signal } = options;
  while (!signal.aborted) {
    try {
      onEvent({ type: "workers", served: await served() });
    } catch (error) {
      onEvent({ type: "no_answer", error });
    }
    await pause(everyMs, { signal });
  }
}

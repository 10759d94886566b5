import { setTimeout as delay } from "node:timers/promises";
import type { JobRef } from "@tgmem/contracts";
import type { Job, Taker } from "@tgmem/queue";

export type ConsumeEvent =
  | { readonly type: "polled"; readonly jobs: number }
  | { readonly type: "started"; readonly started: number; readonly alive: number }
  | { readonly type: "start_failed"; readonly jobs: number; readonly error: unknown }
  | { readonly type: "poll_failed"; readonly error: unknown };

export interface ConsumeOptions {
  readonly queue: Taker<unknown>;
  /** Starts one run a job, in one call. A run that is alive already counts as `alive`, which is fine. */
  readonly start: (
    refs: readonly JobRef[],
  ) => Promise<{ readonly started: number; readonly alive: number }>;
  /** Jobs a call. @default 100 */
  readonly batch?: number;
  /** Calls at once: more do not make the engine faster. @default 2 */
  readonly callsInFlight?: number;
  /** Covers the time a run waits in the engine; the worker's claim has a lease of its own. @default 90_000 */
  readonly leaseMs?: number;
  /** How long jobs rest when their runs could not be started. @default 1_000 */
  readonly restMs?: number;
  readonly onEvent?: (event: ConsumeEvent) => void;
}

/**
 * Starts a run for the head job of every lane that has none in flight, until the signal. It never settles: the worker
 * does. If this process dies, the lease ends and the job is taken and started again, which the engine refuses while the
 * first run lives.
 */
export async function consume(options: ConsumeOptions, signal: AbortSignal): Promise<void> {
  const {
    queue,
    batch = 100,
    callsInFlight = 2,
    leaseMs = 90_000,
    restMs = 1_000,
    onEvent,
  } = options;
  const calls = new Set<Promise<void>>();
  while (!signal.aborted) {
    if (calls.size >= callsInFlight) {
      await Promise.race(calls);
      continue;
    }
    const jobs = await poll();
    if (jobs.length === 0) continue;
    const call = startAll(jobs).finally(() => calls.delete(call));
    calls.add(call);
  }
  await Promise.all(calls);

  async function poll(): Promise<readonly Job<unknown>[]> {
    try {
      const jobs = await queue.take({ max: batch, leaseMs, signal });
      onEvent?.({ type: "polled", jobs: jobs.length });
      return jobs;
    } catch (error) {
      onEvent?.({ type: "poll_failed", error });
      await delay(restMs, undefined, { signal }).catch(() => {});
      return [];
    }
  }

  async function startAll(jobs: readonly Job<unknown>[]): Promise<void> {
    try {
      const refs = jobs.map(({ lane, id }) => ({ lane, id }));
      const outcome = await options.start(refs);
      onEvent?.({ type: "started", ...outcome });
    } catch (error) {
      onEvent?.({ type: "start_failed", jobs: jobs.length, error });
      // Counts no attempt: the trouble is the engine's, not the message's. A run that was made after all may claim it.
      // If even this fails, the lease gives the jobs back.
      const receipts = jobs.map(({ receipt }) => receipt);
      await queue.defer(receipts, { delayMs: restMs }).catch((deferError: unknown) => {
        onEvent?.({ type: "poll_failed", error: deferError });
      });
    }
  }
}

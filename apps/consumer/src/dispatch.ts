import type { JobRef } from "@tgmem/contracts";
import { type Finisher, type Job, keepLeases, QueueError, type Taker } from "@tgmem/queue";
import { pause } from "@tgmem/service/deadline";
import { keepUntilClaimed } from "./keep-until-claimed.ts";

/**
 * What happens to a list. `polled`: the list answered, also with no job. `started`: runs were asked for; those that were
 * `alive` ran already. `start_failed`: the engine could not be reached. `poll_failed`: the list could not.
 */
export type DispatchEvent =
  | { readonly type: "polled"; readonly jobs: number }
  | {
      readonly type: "started";
      readonly started: number;
      readonly alive: number;
      readonly ids: readonly string[];
    }
  | { readonly type: "start_failed"; readonly jobs: number; readonly error: unknown }
  | { readonly type: "poll_failed"; readonly error: unknown };

export interface DispatchOptions {
  readonly queue: Taker<unknown> & Pick<Finisher<unknown>, "extend">;
  /** Starts one run for each job, all in one call. A run that lives already counts as `alive`, which is fine. */
  readonly start: (
    refs: readonly JobRef[],
  ) => Promise<{ readonly started: number; readonly alive: number }>;
  /** The most jobs in one call. More cost the engine more in all, because fewer are left on the list for runs that go on. @default 25 */
  readonly batch?: number;
  /**
   * The lease of a taken job, which is extended while its run waits in the engine; the worker's claim has a lease of its
   * own. For so long jobs rest whose consumer was killed. @default 7_500
   */
  readonly leaseMs?: number;
  /**
   * The number of jobs that wait in the engine from which on more are taken four times a second: on the list a run that ends can take them.
   * @default twice `batch`
   */
  readonly maxWaiting?: number;
  /** How long a run may wait in the engine before its job is taken, and the run asked for, again. @default 90_000 */
  readonly startAgainMs?: number;
  /** How long to wait after a failed take, and before jobs whose runs could not be started are taken again. @default 1_000 */
  readonly retryDelayMs?: number;
  readonly onEvent?: (event: DispatchEvent) => void;
  /** Ends the dispatch, after the calls that are on the wire. */
  readonly signal: AbortSignal;
}

/** The most calls at once: more do not make the engine faster. */
const maxCalls = 2;
/** The time between two looks whether workers have claimed what waits in the engine, and their number before more is taken. */
const lookEveryMs = 50;
const mostLooks = 5;

/**
 * Starts a run for the head job of every lane that has none in flight, until the signal. It never settles: the worker
 * does. Jobs whose runs wait in the engine are kept for as long as this process lives. If it dies, their leases end and
 * they are taken and started again, which the engine refuses while the first run lives. Rejects with an error of the list that no repeat will end.
 */
export async function dispatch(options: DispatchOptions): Promise<void> {
  const { queue, batch = 25, leaseMs = 7_500, startAgainMs = 90_000 } = options;
  const { maxWaiting = 2 * batch, retryDelayMs = 1_000, onEvent, signal } = options;
  const onError = (error: unknown) => onEvent?.({ type: "poll_failed", error });
  const leases = keepUntilClaimed(keepLeases(queue, { leaseMs, onError }), { forMs: startAgainMs });
  const calls = new Set<Promise<void>>();
  try {
    while (!signal.aborted) {
      if (calls.size >= maxCalls) {
        await Promise.race(calls);
        continue;
      }
      await waitForRoom();
      const jobs = await poll();
      if (jobs.length === 0) continue;
      const call = startAll(jobs).finally(() => calls.delete(call));
      calls.add(call);
    }
    await Promise.all(calls);
  } finally {
    leases.close();
  }

  /** Lets what waits in the engine be claimed first, for a short time: commands may stand behind it, which have slots of their own. */
  async function waitForRoom(): Promise<void> {
    for (let look = 0; look < mostLooks && isFull() && !signal.aborted; look++) {
      await leases.look();
      if (isFull()) await pause(lookEveryMs, { signal });
    }
  }

  function isFull(): boolean {
    return leases.waiting() > maxWaiting - batch;
  }

  async function poll(): Promise<readonly Job<unknown>[]> {
    try {
      const jobs = await queue.take({ max: batch, leaseMs, signal });
      onEvent?.({ type: "polled", jobs: jobs.length });
      return jobs;
    } catch (error) {
      if (error instanceof QueueError && !error.retryable) throw error;
      onEvent?.({ type: "poll_failed", error });
      await pause(retryDelayMs, { signal });
      return [];
    }
  }

  async function startAll(jobs: readonly Job<unknown>[]): Promise<void> {
    const receipts = jobs.map(({ receipt }) => receipt);
    leases.keep(receipts);
    try {
      const refs = jobs.map(({ lane, id }) => ({ lane, id }));
      const outcome = await options.start(refs);
      onEvent?.({ type: "started", ...outcome, ids: refs.map(({ id }) => id) });
    } catch (error) {
      onEvent?.({ type: "start_failed", jobs: jobs.length, error });
      // Counts no attempt: the trouble is the engine's, not the message's. A run that was made after all may claim it.
      // If even this fails, the lease gives the jobs back. The signal does not end it: after the stop it would not even be
      // sent, and the jobs would wait for their lease.
      await queue.defer(receipts, { delayMs: retryDelayMs }).catch(onError);
    }
  }
}

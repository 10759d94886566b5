import { MAX_ITEMS } from "./arguments.ts";
import { backoffMs } from "./backoff.ts";
import { deadline, pause } from "./deadline.ts";
import { QueueError } from "./errors.ts";
import { type HeldLease, keepLeases } from "./keep-leases.ts";
import type { Finisher, Job, Outcome, Taker } from "./queue.ts";

/** What becomes of a job; nothing = settle. */
export type Verdict =
  | { readonly action: "retry"; readonly delayMs: number; readonly reason: string }
  | { readonly action: "defer"; readonly delayMs: number }
  | { readonly action: "bury"; readonly reason: string };

/**
 * Works on one job; a job may come twice, so what it does must be safe to repeat. The signal aborts when the job was lost
 * to somebody else, or when the consumer stops and the grace time is over: stop, and write nothing more.
 */
export type Handler<T> = (
  job: Job<T>,
  options: { readonly signal: AbortSignal },
) => Promise<Verdict | void>;

/** Events name jobs by id; they hold no body and no lane. */
export type ConsumeEvent =
  | {
      /** `dead`: attempts are used up. `lost`: somebody else holds the job, or it was finished elsewhere. */
      readonly type: "settled" | "retried" | "deferred" | "buried" | "dead" | "lost";
      readonly id: string;
      readonly attempt: number;
      /** What the handler threw. It may quote the body. */
      readonly error?: unknown;
    }
  | { readonly type: "error"; readonly error: unknown };

export interface ConsumeOptions {
  /** Handlers at once. @default 10 */
  readonly concurrency?: number;
  /** Extended while the handler runs, so it bounds only how late a crash is noticed. @default 30_000 */
  readonly leaseMs?: number;
  /** Delay of the retry after the failed attempt `attempt` (from 1), in ms. @default backoffMs */
  readonly backoff?: (attempt: number) => number;
  /** What a dead letter tells of a thrown error. It MUST NOT quote the body. @default name and code of the error */
  readonly reason?: (error: unknown) => string;
  /** Running handlers may take so long after the stop; then they are aborted and their jobs given back. @default 5_000 */
  readonly graceMs?: number;
  readonly onEvent?: (event: ConsumeEvent) => void;
  /** After each answered take, an empty one too: at least every 5 s while there is a free place, so it proves life. */
  readonly onTake?: (count: number) => void;
}

export interface Consumer {
  /** Takes and handles until the signal aborts, then stops cleanly and resolves. Rejects when the queue is closed. */
  run(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Takes what there is, handles it to the end, and says how many jobs it was. Does not wait for jobs. */
  tick(): Promise<number>;
}

/** The loop most users want, for queues that are not in hand-off mode: take, handle, extend, settle or retry. */
export function consume<T>(
  queue: Taker<T> & Pick<Finisher<T>, "settle" | "extend" | "retry" | "bury">,
  handle: Handler<T>,
  options: ConsumeOptions = {},
): Consumer {
  const { concurrency = 10, leaseMs = 30_000, backoff = backoffMs, graceMs = 5_000 } = options;
  const { reason = errorName, onEvent = () => {}, onTake = () => {} } = options;
  const running = new Map<
    Job<T>,
    { readonly done: Promise<void>; readonly give: () => Promise<void> }
  >();
  const keeper = keepLeases(queue, {
    leaseMs,
    onError: (error) => onEvent({ type: "error", error }),
  });

  function start(job: Job<T>): void {
    const held = keeper.hold(job.receipt);
    const stopped = new AbortController();
    const signal = AbortSignal.any([held.signal, stopped.signal]);
    const done = work(job, held, signal).finally(() => {
      held.release();
      running.delete(job);
    });
    running.set(job, {
      done,
      async give() {
        held.finishing();
        stopped.abort(new Error("The consumer stops."));
        await giveBack([job]);
      },
    });
  }

  async function work(job: Job<T>, held: HeldLease, signal: AbortSignal): Promise<void> {
    try {
      const { verdict, error } = await judge(job, signal);
      if (held.lost) onEvent({ type: "lost", ...named(job) });
      if (signal.aborted) return;
      held.finishing();
      await finish(job, verdict, error);
    } catch (error) {
      onEvent({ type: "error", error }); // Its lease ends, then it comes again.
    }
  }

  async function judge(
    job: Job<T>,
    signal: AbortSignal,
  ): Promise<{ verdict: Verdict | void; error?: unknown }> {
    try {
      return { verdict: await handle(job, { signal }) };
    } catch (error) {
      return {
        verdict: { action: "retry", delayMs: backoff(job.attempt), reason: reason(error) },
        error,
      };
    }
  }

  async function finish(job: Job<T>, verdict: Verdict | void, error: unknown): Promise<void> {
    const [outcome] = await carryOut(job, verdict);
    if (outcome === "stale" || outcome === "gone") onEvent({ type: "lost", ...named(job) });
    else if (outcome === "dead") onEvent({ type: "dead", ...named(job), error });
    else onEvent({ type: eventOf[verdict?.action ?? "settle"], ...named(job), error });
  }

  function carryOut({ receipt }: Job<T>, verdict: Verdict | void): Promise<readonly Outcome[]> {
    if (verdict?.action === "retry") return queue.retry([receipt], verdict);
    if (verdict?.action === "defer") return queue.defer([receipt], verdict);
    if (verdict?.action === "bury") return queue.bury([receipt], verdict);
    return queue.settle([receipt]);
  }

  async function pull(waitMs: number, signal?: AbortSignal): Promise<number> {
    const max = Math.min(MAX_ITEMS, concurrency - running.size);
    const jobs = await queue.take({ max, leaseMs, waitMs, ...(signal && { signal }) });
    onTake(jobs.length);
    if (signal?.aborted) {
      await giveBack(jobs);
      return 0;
    }
    for (const job of jobs) start(job);
    return jobs.length;
  }

  /** A stop must not wait for a store that is away: then the leases end by themselves. */
  async function giveBack(jobs: readonly Job<T>[]): Promise<void> {
    if (jobs.length === 0) return;
    const receipts = jobs.map(({ receipt }) => receipt);
    await Promise.race([queue.defer(receipts, { delayMs: 0 }), pause(GIVE_BACK_MS)]);
  }

  const allDone = () => Promise.all([...running.values()].map(({ done }) => done));

  async function stop(): Promise<void> {
    const grace = deadline(graceMs);
    const over = new Promise((resolve) => grace.signal.addEventListener("abort", resolve));
    await Promise.race([allDone(), over]);
    grace.clear();
    await Promise.all(
      [...running.values()].map(({ give }) =>
        give().catch((error: unknown) => onEvent({ type: "error", error })),
      ),
    );
  }

  return {
    async run({ signal }) {
      try {
        while (!signal.aborted) {
          if (running.size >= concurrency)
            await Promise.race([...running.values()].map(({ done }) => done));
          else await pull(5_000, signal).catch((error: unknown) => survive(error, signal));
        }
      } finally {
        await stop();
      }
    },
    async tick() {
      const count = await pull(0);
      await allDone();
      return count;
    },
  };

  async function survive(error: unknown, signal: AbortSignal): Promise<void> {
    if (!(error instanceof QueueError && error.retryable)) throw error;
    onEvent({ type: "error", error });
    await pause(1_000, signal);
  }
}

const GIVE_BACK_MS = 1_000;
const eventOf = { settle: "settled", retry: "retried", defer: "deferred", bury: "buried" } as const;
const named = ({ id, attempt }: Job<unknown>) => ({ id, attempt });

function errorName(error: unknown): string {
  if (!(error instanceof Error)) return "thrown value";
  return "code" in error && typeof error.code === "string"
    ? `${error.name} (${error.code})`
    : error.name;
}

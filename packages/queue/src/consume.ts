import { maxItems } from "./arguments.ts";
import { backoffMs } from "./backoff.ts";
import { pause, withDeadline } from "./deadline.ts";
import { QueueError } from "./errors.ts";
import { type HeldLease, keepLeases } from "./keep-leases.ts";
import type { Finisher, Job, Outcome, Taker } from "./queue.ts";

/** What becomes of a job; nothing = settle. */
export type HandlerResult =
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
) => Promise<HandlerResult | void>;

/** Events name jobs by id; they hold no body and no lane. */
export type ConsumeEvent =
  | {
      /**
       * `buried`: it is a dead letter now, because the handler said so or its attempts are used up. `lost`: somebody else
       * holds the job, or it was finished elsewhere.
       */
      readonly type: "settled" | "retried" | "deferred" | "buried" | "lost";
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
  /**
   * The time that running handlers have after the stop; then they are aborted and their jobs given back. @default 5_000
   */
  readonly graceMs?: number;
  readonly onEvent?: (event: ConsumeEvent) => void;
  /**
   * Called after each answered take, an empty one too: at least every 5 s while there is a free place, so it proves
   * life.
   */
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
  const running = new Map<Running<T>, Promise<void>>();
  /** Handlers at work; what they left is settled while the next ones run. */
  let busy = 0;
  /** Places for which a take is on its way. */
  let asked = 0;
  let ahead: Promise<unknown> | undefined;
  /** A place is free, or it is time to stop. */
  let freed: (() => void) | undefined;
  const wake = () => freed?.();
  /** One half is handled while the other is on its way. */
  const share = Math.min(maxItems, Math.ceil(concurrency / 2));
  const keeper = keepLeases(queue, {
    leaseMs,
    onError: (error) => onEvent({ type: "error", error }),
  });

  function start(job: Job<T>): void {
    const one: Running<T> = { job, held: keeper.hold(job.receipt), stopped: false };
    busy++;
    running.set(one, work(one));
  }

  async function work(one: Running<T>): Promise<void> {
    const { job, held } = one;
    try {
      const { verdict, error } = await judge(one);
      if (held.lost) onEvent({ type: "lost", ...named(job) });
      if (held.lost || one.stopped) return;
      held.finishing();
      const [outcome] = await carryOut(job, verdict);
      if (outcome === "stale" || outcome === "gone") onEvent({ type: "lost", ...named(job) });
      else if (outcome === "buried") onEvent({ type: "buried", ...named(job), error });
      else onEvent({ type: eventOf[verdict?.action ?? "settle"], ...named(job), error });
    } catch (error) {
      onEvent({ type: "error", error }); // Its lease ends, then it comes again.
    } finally {
      held.release();
      running.delete(one);
      wake();
    }
  }

  async function judge(
    one: Running<T>,
  ): Promise<{ readonly verdict: HandlerResult | void; readonly error?: unknown }> {
    const { job } = one;
    try {
      // Made when it is asked for: most handlers never do, and signals that follow others are dear.
      return { verdict: await handle(job, { get signal() { return signalOf(one); } }) }; // prettier-ignore
    } catch (error) {
      return {
        verdict: { action: "retry", delayMs: backoff(job.attempt), reason: reason(error) },
        error,
      };
    } finally {
      busy--;
      wake();
    }
  }

  async function give(one: Running<T>): Promise<void> {
    one.held.finishing();
    one.stopped = true;
    one.stop?.abort(stopping());
    await giveBack([one.job]);
  }

  function carryOut(
    { receipt }: Job<T>,
    verdict: HandlerResult | void,
  ): Promise<readonly Outcome[]> {
    if (verdict?.action === "retry") return queue.retry([receipt], verdict);
    if (verdict?.action === "defer") return queue.defer([receipt], verdict);
    if (verdict?.action === "bury") return queue.bury([receipt], verdict);
    return queue.settle([receipt]);
  }

  /** `more` is called when the answer is full, before its handlers begin. */
  async function pull(
    max: number,
    waitMs: number,
    signal?: AbortSignal,
    more?: () => void,
  ): Promise<number> {
    asked += max;
    let jobs: readonly Job<T>[] = [];
    try {
      jobs = await queue.take({ max, leaseMs, waitMs, ...(signal && { signal }) });
      if (jobs.length === max) more?.();
    } finally {
      asked -= max;
    }
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
    const given = queue.defer(receipts, { delayMs: 0 });
    await withDeadline(given, { ms: giveBackMs, late: () => new Error("No answer.") });
  }

  /** What is being settled counts too, so that no more of it piles up than the queue keeps up with. */
  const places = () => Math.min(concurrency - busy, 2 * concurrency - running.size) - asked;

  /** A full answer means that there is more: it is fetched while the handlers of that answer begin. */
  function refill(signal: AbortSignal): Promise<unknown> | undefined {
    const max = Math.min(places(), share);
    if (max <= 0 || signal.aborted) return undefined;
    const more = () => {
      ahead = refill(signal);
    };
    return pull(max, 5_000, signal, more).catch((error: unknown) => survive(error, signal));
  }

  const allDone = () => Promise.all(running.values());

  async function stop(): Promise<void> {
    await withDeadline(allDone(), { ms: graceMs, late: stopping }).catch(() => {});
    await Promise.all(
      [...running.keys()].map((one) =>
        give(one).catch((error: unknown) => onEvent({ type: "error", error })),
      ),
    );
  }

  return {
    async run({ signal }) {
      signal.addEventListener("abort", wake);
      try {
        while (!signal.aborted) {
          if (!ahead) {
            if (places() <= 0) await new Promise<void>((resolve) => (freed = resolve));
            // What ends in this turn of the event loop is settled first, and one take fills all its places.
            await new Promise((resolve) => setImmediate(resolve));
            ahead = refill(signal);
          }
          const pulling = ahead;
          ahead = undefined;
          await pulling;
        }
      } finally {
        signal.removeEventListener("abort", wake);
        await ahead?.catch(() => {}); // It gives back what it takes now.
        await stop();
      }
    },
    async tick() {
      const count = await pull(Math.min(maxItems, places()), 0);
      await allDone();
      return count;
    },
  };

  async function survive(error: unknown, signal: AbortSignal): Promise<void> {
    if (!(error instanceof QueueError && error.retryable)) throw error;
    onEvent({ type: "error", error });
    await pause(1_000, { signal });
  }
}

/** A job from its take to the answer to its end. */
interface Running<T> {
  readonly job: Job<T>;
  readonly held: HeldLease;
  /** Given back, because the consumer stops. */
  stopped: boolean;
  stop?: AbortController;
  signal?: AbortSignal;
}

function signalOf(one: Running<unknown>): AbortSignal {
  if (!one.signal) {
    one.stop = new AbortController();
    if (one.stopped) one.stop.abort(stopping());
    one.signal = AbortSignal.any([one.held.signal, one.stop.signal]);
  }
  return one.signal;
}
const stopping = () => new Error("The consumer stops.");

const giveBackMs = 1_000;
const eventOf = { settle: "settled", retry: "retried", defer: "deferred", bury: "buried" } as const;
const named = ({ id, attempt }: Job<unknown>) => ({ id, attempt });

function errorName(error: unknown): string {
  if (!(error instanceof Error)) return "thrown value";
  return "code" in error && typeof error.code === "string"
    ? `${error.name} (${error.code})`
    : error.name;
}

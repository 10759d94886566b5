import type { Finisher, Job, Taker } from "../queue.ts";

/** The part of a queue that a consumer calls. */
export type ConsumerQueue<T> = Taker<T> & Pick<Finisher<T>, "settle" | "extend" | "retry" | "bury">;

/**
 * Says what becomes of a job; a handler that returns nothing settles it.
 *
 * - `retry`: it runs again after `delayMs`, or is buried if its attempts are used up
 * - `defer`: it runs again after `delayMs`, and no attempt is counted
 * - `bury`: it is a dead letter at once
 *
 * A `reason` MUST NOT quote the body.
 */
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

/** What happens to the jobs of a consumer. Events name jobs by id; they hold no body and no lane. */
export type ConsumeEvent =
  | {
      /**
       * `buried`: it is a dead letter now, because the handler said so or its attempts are used up. `lost`: somebody else
       * holds the job, or it was finished elsewhere.
       */
      readonly type: "settled" | "retried" | "deferred" | "buried" | "lost";
      /** The id of the job. */
      readonly id: string;
      /** The number of the delivery, from 1. */
      readonly attempt: number;
      /** What the handler threw. It may quote the body. */
      readonly error?: unknown;
    }
  /** The queue could not be reached. Nothing is lost: what failed is done anew, or the job comes again after its lease. */
  | { readonly type: "error"; readonly error: unknown };

/** Says how many jobs a consumer works on, and what becomes of those that fail. */
export interface ConsumeOptions {
  /** The number of handlers that run at once. @default 10 */
  readonly concurrency?: number;
  /**
   * How long a lease lasts, in ms. It is extended while the handler runs, so this bounds only how late a crash is noticed.
   * @default 30_000
   */
  readonly leaseMs?: number;
  /** Says how many ms to wait after the failed attempt number `attempt` (from 1). @default backoffMs */
  readonly backoff?: (attempt: number) => number;
  /** What a dead letter tells of a thrown error. It MUST NOT quote the body. @default name and code of the error */
  readonly reason?: (error: unknown) => string;
  /**
   * The time that running handlers have after the stop, in ms; then they are aborted and their jobs given back.
   * @default 5_000
   */
  readonly graceMs?: number;
  /** Hears what becomes of each job, and of trouble. */
  readonly onEvent?: (event: ConsumeEvent) => void;
  /**
   * Called after each answered take, an empty one too: at least every 5 s while there is a free slot, so it proves
   * life.
   */
  readonly onTake?: (count: number) => void;
}

/** Takes jobs and handles them. */
export interface Consumer {
  /** Takes and handles until the signal aborts, then stops cleanly and resolves. Rejects when the queue is closed. */
  run(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Takes what there is, handles it to the end, and says how many jobs it was. Does not wait for jobs. */
  tick(): Promise<number>;
}

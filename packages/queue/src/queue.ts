/**
 * A receipt is a string that any process may use to settle, extend, retry, defer or bury the job it came with.
 * It holds until the job is claimed or taken again, not until its lease ends: a late worker still settles.
 */
export type Receipt = string;

export interface NewJob<T> {
  /** Idempotency key, unique for the queue's dedupe window. No spaces. */
  readonly id: string;
  /** Jobs of one lane run one at a time and in the order of their push. Not empty. */
  readonly lane: string;
  readonly body: T;
  /**
   * Further ids under which this job is known: a push of one of them within the dedupe window is a duplicate. A job is
   * itself dropped only by its own id. At most 100, no spaces; not kept with the job.
   */
  readonly aliases?: readonly string[];
}

export interface Job<T> extends Omit<NewJob<T>, "aliases"> {
  /** Deliveries so far, this one included. A hand-off take has counted none yet. */
  readonly attempt: number;
  readonly receipt: Receipt;
}

/**
 * What became of a receipt. `buried`: the retry was refused, attempts are used up, the job is a dead letter now.
 * `stale`: the job is there, but somebody else holds it. `gone`: settled or buried before. All are answers, not errors.
 */
export type Outcome = "done" | "buried" | "stale" | "gone";

/** Puts jobs on the list. */
export interface Producer<T> {
  /**
   * Appends all jobs or none, at most 1000, in one round trip; resolves with the ids that were dropped as duplicates.
   * MUST be safe to repeat. Rejects with `queue_full` at the depth limit: nothing was written, try later.
   */
  push(jobs: readonly NewJob<T>[]): Promise<readonly string[]>;
}

export interface TakeOptions {
  /** The greatest number of jobs to take, at most one a lane; up to 1000. */
  readonly max: number;
  readonly leaseMs: number;
  /** How long to wait for the first job; then resolves with none. @default 5000 */
  readonly waitMs?: number;
  /** Ends the wait early: resolves with none. A take on the wire hands out its jobs, or they are given back. */
  readonly signal?: AbortSignal;
}

/** Leases jobs, in lane order. */
export interface Taker<T> {
  /**
   * The head job of lanes that have none in flight. A body that fails the schema is buried with its reason, not
   * returned.
   */
  take(options: TakeOptions): Promise<readonly Job<T>[]>;
  /** Gives jobs back, to run again after `delayMs`; counts no attempt. */
  defer(
    receipts: readonly Receipt[],
    options: { readonly delayMs: number },
  ): Promise<readonly Outcome[]>;
}

/** Finishes jobs that it, or another process, has taken. */
export interface Finisher<T> {
  /**
   * Takes, from a queue in hand-off mode, the job `id` if it heads its lane and is in flight, with a lease and a receipt
   * that fences every earlier holder; counts an attempt. Null = end quietly: settled meanwhile, waiting for its retry, or
   * out of attempts and buried just now.
   */
  claim(lane: string, id: string, options: { readonly leaseMs: number }): Promise<Job<T> | null>;
  /**
   * Settles, and leases the lane's next job to the same holder, in one step. Without a job the lane is empty, or the next
   * body failed the schema: it was buried, and takers go on with the lane.
   */
  next(
    receipt: Receipt,
    options: { readonly leaseMs: number },
  ): Promise<{ readonly outcome: Outcome; readonly job: Job<T> | null }>;
  settle(receipts: readonly Receipt[]): Promise<readonly Outcome[]>;
  extend(
    receipts: readonly Receipt[],
    options: { readonly leaseMs: number },
  ): Promise<readonly Outcome[]>;
  /** Runs again after `delayMs`, keeping its place in the lane; `dead` when attempts are used up. */
  retry(
    receipts: readonly Receipt[],
    options: { readonly delayMs: number; readonly reason: string },
  ): Promise<readonly Outcome[]>;
  /** Makes a dead letter of it at once. The reason MUST NOT quote the body. */
  bury(
    receipts: readonly Receipt[],
    options: { readonly reason: string },
  ): Promise<readonly Outcome[]>;
}

export interface DeadLetter {
  /** Counts up from 1 in the order of the burials, without gaps, for the life of the queue. */
  readonly number: number;
  readonly id: string;
  readonly lane: string;
  /** JSON as it was pushed; unparsed, because a bad body may be why it is here. */
  readonly body: string;
  readonly attempts: number;
  readonly reason: string;
  readonly buriedAtMs: number;
}

/** Jobs that finally failed, kept with their reason until replayed or pushed out by newer ones. */
export interface DeadLetters {
  /** Oldest first. */
  deadLetters(options: { readonly limit: number }): Promise<readonly DeadLetter[]>;
  /** Those above the watermark of acknowledgement, oldest first: whoever must be told has not been told for sure. */
  unacknowledged(options: { readonly limit: number }): Promise<readonly DeadLetter[]>;
  /** Raises the watermark of acknowledgement; never lowers it. */
  acknowledge(through: number): Promise<void>;
  /** Pushes dead letters again, past the dedupe check, with fresh attempts. Resolves with how many were found. */
  replay(numbers: readonly number[]): Promise<number>;
}

export interface QueueStats {
  /** Jobs pushed and not yet settled or buried. */
  readonly depth: number;
  /** Lanes whose head is leased or waits for a retry. */
  readonly inFlight: number;
  /** Lanes that may run now. */
  readonly ready: number;
  readonly deadLetters: number;
}

/** A reliable list of jobs: nothing is lost when a holder dies, nothing overtakes within a lane. */
export interface Queue<T> extends Producer<T>, Taker<T>, Finisher<T>, DeadLetters {
  stats(): Promise<QueueStats>;
  /** Ends waits and connections the queue made itself; the client it was given stays open. */
  close(): Promise<void>;
}

export interface QueueOptions<T> {
  /** Names the Redis keys. Every user of a queue MUST give the same options. */
  readonly name: string;
  /** Parses a body when it is taken or claimed; a zod schema fits. */
  readonly schema: { parse(value: unknown): T };
  /** How long an id and its aliases are remembered. @default 3_600_000 */
  readonly dedupeMs?: number;
  /** @default 5 */
  readonly maxAttempts?: number;
  /** Refuses pushes above so many waiting jobs; 0 = no limit. @default 0 */
  readonly maxDepth?: number;
  /** Lanes in flight at once over all takers; 0 = no limit. @default 0 */
  readonly maxInFlight?: number;
  /** Other processes claim what a take hands out; then attempts count at the claim. @default false */
  readonly handOff?: boolean;
  /** Dead letters kept. @default 10_000 */
  readonly maxDeadLetters?: number;
}

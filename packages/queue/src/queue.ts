/**
 * A receipt is a string that any process may use to settle, extend, retry, defer or bury the job it came with.
 * It holds until the job is claimed or taken again, not until its lease ends: a late worker still settles.
 */
export type Receipt = string;

/**
 * What every call takes in its last argument. A call that gets no answer within `callTimeoutMs` of the queue rejects with
 * `store_unavailable`; whether it was given up or aborted, what was asked may have happened, and may be repeated.
 */
export interface CallOptions {
  /** Ends the wait: the call rejects with the signal's reason. Calls that share its round trip are answered all the same. */
  readonly signal?: AbortSignal;
}

/** A job to push. */
export interface NewJob<T> {
  /** The idempotency key, unique for the queue's dedupe window. It holds no spaces. */
  readonly id: string;
  /** Jobs of one lane run one at a time and in the order of their push. It is not empty. */
  readonly lane: string;
  /** What the job is about; it travels as JSON. */
  readonly body: T;
  /**
   * Further ids under which this job is known: a push of one of them within the dedupe window is a duplicate. A job is
   * itself dropped only by its own id. There are at most 100, without spaces; they are not kept with the job.
   */
  readonly aliases?: readonly string[];
  /**
   * The least time from the push until it is handed out, in ms. It keeps its place: later jobs of its lane wait behind it.
   * @default 0
   */
  readonly delayMs?: number;
}

/** A job in the hands of whoever took or claimed it. */
export interface Job<T> extends Omit<NewJob<T>, "aliases" | "delayMs"> {
  /**
   * Counts the deliveries so far, this one included, but not those whose lease ended without a word. A hand-off take has
   * not counted its delivery yet.
   */
  readonly attempt: number;
  /** When it was pushed, or replayed, in ms since 1970, by the clock of the store. An older release did not note it. */
  readonly pushedAtMs?: number;
  /** Says that this delivery is meant: it finishes the job, or gives it back. */
  readonly receipt: Receipt;
}

/**
 * What became of a receipt. All are answers, not errors.
 *
 * - `done`: it was used as asked
 * - `buried`: the retry was refused, because the attempts are used up; the job is a dead letter now
 * - `stale`: the job is there, but somebody else holds it
 * - `gone`: the job was settled or buried before
 */
export type Outcome = "done" | "buried" | "stale" | "gone";

/** Puts jobs on the list. */
export interface Producer<T> {
  /**
   * Appends all jobs or none, in one round trip; resolves with the ids that were dropped as duplicates. There are at most
   * 1000 of them, with bodies of at most 256 million characters of JSON.
   * MUST be safe to repeat. Rejects with `queue_full` at the depth limit: nothing was written, try later.
   */
  push(jobs: readonly NewJob<T>[], options?: CallOptions): Promise<readonly string[]>;
}

/** Says how many jobs to take, and for how long. */
export interface TakeOptions {
  /** The most jobs that the take hands out, from 1 to 1000; it hands out at most one of each lane. */
  readonly max: number;
  /** How long the jobs are the taker's, in ms, unless the lease is extended. */
  readonly leaseMs: number;
  /** How long to wait for the first job, in ms; then the take resolves with none. @default 5_000 */
  readonly waitMs?: number;
  /**
   * Ends the wait early: the take resolves with none. One that is on the wire then hands out its jobs, or they are given
   * back.
   */
  readonly signal?: AbortSignal;
}

/** Leases jobs, in the order of their lanes. */
export interface Taker<T> {
  /**
   * Leases the head jobs of lanes that have none in flight. A job whose body fails the schema is buried with its reason,
   * and not handed out.
   */
  take(options: TakeOptions): Promise<readonly Job<T>[]>;
  /** Gives jobs back, to run again after `delayMs`; counts no attempt. */
  defer(
    receipts: readonly Receipt[],
    options: { readonly delayMs: number } & CallOptions,
  ): Promise<readonly Outcome[]>;
}

/** Finishes jobs that it, or another process, has taken. */
export interface Finisher<T> {
  /**
   * Leases the job `id` of a queue in hand-off mode, if it heads its lane and is in flight; counts an attempt, or an ended
   * lease where an earlier claimer said nothing, and fences every earlier holder by a new receipt. Null means: end quietly.
   * The job was settled meanwhile, waits for its time, or too many of its leases ended and it is buried now.
   */
  claim(
    lane: string,
    id: string,
    options: { readonly leaseMs: number } & CallOptions,
  ): Promise<Job<T> | null>;
  /**
   * Settles, and leases the lane's next job to the same holder, in one step. Without a job the lane is empty, or the next
   * body failed the schema: it was buried, and takers go on with the lane.
   */
  next(
    receipt: Receipt,
    options: { readonly leaseMs: number } & CallOptions,
  ): Promise<{ readonly outcome: Outcome; readonly job: Job<T> | null }>;
  /** Ends jobs that are done. */
  settle(receipts: readonly Receipt[], options?: CallOptions): Promise<readonly Outcome[]>;
  /** Lets leases end `leaseMs` from now. */
  extend(
    receipts: readonly Receipt[],
    options: { readonly leaseMs: number } & CallOptions,
  ): Promise<readonly Outcome[]>;
  /** Lets jobs run again after `delayMs`, in their place of the lane; `buried` when their attempts are used up. */
  retry(
    receipts: readonly Receipt[],
    options: { readonly delayMs: number; readonly reason: string } & CallOptions,
  ): Promise<readonly Outcome[]>;
  /** Makes dead letters of jobs at once. The reason MUST NOT quote the body. */
  bury(
    receipts: readonly Receipt[],
    options: { readonly reason: string } & CallOptions,
  ): Promise<readonly Outcome[]>;
}

/** A job that finally failed. */
export interface DeadLetter {
  /** Counts up from 1 in the order of the burials, without gaps, for the life of the queue. What was dropped leaves a hole. */
  readonly number: number;
  /** The id under which the job was pushed. */
  readonly id: string;
  /** The lane that it stood in. */
  readonly lane: string;
  /** The JSON as it was pushed; it is not parsed, because a bad body may be why it is here. */
  readonly body: string;
  /** How many deliveries were counted. */
  readonly attempts: number;
  /** Why it is here, as whoever gave it up said. */
  readonly reason: string;
  /** When it was pushed, in ms since 1970, where that was noted. */
  readonly pushedAtMs?: number;
  /** When it was buried, in ms since 1970. */
  readonly buriedAtMs: number;
}

/** Jobs that finally failed, kept with their reason until they are replayed, discarded, too old or pushed out by newer ones. */
export interface DeadLetters {
  /** Lists dead letters, oldest first, from above the number `after` on: that of the last one of the page before. */
  deadLetters(
    options: { readonly limit: number; readonly after?: number } & CallOptions,
  ): Promise<readonly DeadLetter[]>;
  /** Gives one dead letter, or null when there is none of this number. */
  deadLetter(number: number, options?: CallOptions): Promise<DeadLetter | null>;
  /** Lists the dead letters above the watermark of `acknowledge`, oldest first: nobody was told of them for sure. */
  unacknowledged(options: { readonly limit: number } & CallOptions): Promise<readonly DeadLetter[]>;
  /** Marks the dead letters up to the number `through` as told to whoever must know. The watermark never falls. */
  acknowledge(through: number, options?: CallOptions): Promise<void>;
  /** Pushes dead letters again, past the dedupe check, with fresh attempts. Resolves with how many were found. */
  replay(numbers: readonly number[], options?: CallOptions): Promise<number>;
  /** Drops dead letters for good. Resolves with how many were found. */
  discard(numbers: readonly number[], options?: CallOptions): Promise<number>;
  /** Drops the dead letters of a lane for good, for instance of a person who asked for it. Resolves with how many there were. */
  discardLane(lane: string, options?: CallOptions): Promise<number>;
  /** Drops what was buried `olderThanMs` ago or earlier, for good. Resolves with how many there were. */
  purge(options: { readonly olderThanMs: number } & CallOptions): Promise<number>;
}

/** How much waits in a queue, at one moment. */
export interface QueueStats {
  /** Jobs that were pushed and not yet settled or buried. */
  readonly depth: number;
  /** Lanes whose head is leased. */
  readonly inFlight: number;
  /** Lanes whose head waits: for a retry, for the end of a delay, or for the end of a pause. */
  readonly waiting: number;
  /** Lanes that may run now. A lane whose next job has a delay, or that was paused, is among them until a take meets it. */
  readonly ready: number;
  /** Dead letters that are kept, acknowledged ones too. */
  readonly deadLetters: number;
  /** Age of the oldest job among the heads of the first lanes of each kind, in ms since it might run; 0 when none waits. */
  readonly oldestMs: number;
  /** Lanes that are paused, those without jobs too. */
  readonly paused: number;
  /** Whether the whole list is paused. */
  readonly isPaused: boolean;
}

/**
 * What `repair` found and mended. A power loss may tear the end off the log of Redis, and leave half of what was written at
 * once.
 */
export interface RepairReport {
  /** Whether anything had to be mended. */
  readonly mended: boolean;
  /** Lanes with jobs that nobody would have been handed. */
  readonly lanesFound: number;
  /** Lanes that stood in several places, of which one is left. */
  readonly doublesDropped: number;
  /** Places of lanes that hold no job. */
  readonly placesDropped: number;
  /** Entries that named a holder of a lane which nobody holds. */
  readonly headsDropped: number;
  /** How many jobs the depth lacked, or, below 0, had too many; null = not counted, because more than 10 000 lanes hold jobs. */
  readonly depthCorrectedBy: number | null;
}

/** A job as it stands in its lane. */
export interface PeekedJob {
  /** The id under which the job was pushed. */
  readonly id: string;
  /** The lane that it stands in. */
  readonly lane: string;
  /** The JSON as it was pushed. */
  readonly body: string;
  /** When it was pushed, in ms since 1970, where that was noted. */
  readonly pushedAtMs?: number;
  /** It is not handed out before this moment, in ms since 1970, where it was pushed with a delay. */
  readonly notBeforeMs?: number;
}

/** Looks into single lanes and holds them up, for operators. */
export interface LaneDoor {
  /** Shows the first jobs of a lane, the one in flight included, and changes nothing. */
  peek(
    lane: string,
    options: { readonly limit: number } & CallOptions,
  ): Promise<readonly PeekedJob[]>;
  /**
   * Takes a job that waits out of its lane; `stale` when somebody holds it, `gone` when the lane has no such job. Its id stays
   * known for the dedupe window. The lane is read up to the job.
   */
  cancel(lane: string, id: string, options?: CallOptions): Promise<Outcome>;
  /**
   * Hands out no more jobs of a lane until it is resumed; what is in flight goes on. Pushes are accepted. Resolves with
   * whether it was not paused before.
   */
  pause(lane: string, options?: CallOptions): Promise<boolean>;
  /** Lets a paused lane go on at once, also where its head waited for a retry. Resolves with whether it was paused. */
  resume(lane: string, options?: CallOptions): Promise<boolean>;
  /**
   * Hands out no job of any lane until the list is resumed; what is in flight goes on, pushes are accepted, and paused lanes
   * stay so. Resolves with whether it was not paused before.
   */
  pauseList(options?: CallOptions): Promise<boolean>;
  /** Lets a paused list go on at once. Resolves with whether it was paused. */
  resumeList(options?: CallOptions): Promise<boolean>;
  /** Names the lanes that are paused, in alphabetical order. */
  pausedLanes(options?: CallOptions): Promise<readonly string[]>;
}

/** A reliable list of jobs: nothing is lost when a holder dies, nothing overtakes within a lane. */
export interface Queue<T> extends Producer<T>, Taker<T>, Finisher<T>, DeadLetters, LaneDoor {
  /** Counts what waits, for metrics and operators. */
  stats(options?: CallOptions): Promise<QueueStats>;
  /**
   * Finds what the store lost half of, and mends it; drops dead letters that are too old. No job is removed or handed out; a queue in use may be repaired at any
   * time. It makes many round trips, of which each is bounded as a call is.
   */
  repair(options?: CallOptions): Promise<RepairReport>;
  /** Ends waits and connections that the queue made itself; the client it was given stays open. */
  close(): Promise<void>;
}

/** The rules of a queue. Every user of it MUST give the same options, except the schema, `isNewer` and `callTimeoutMs`. */
export interface QueueOptions<T> {
  /** The beginning of the Redis keys; it holds no spaces and no braces. */
  readonly name: string;
  /** Parses a body when it is taken or claimed; a zod schema fits. */
  readonly schema: {
    /** Gives the body back as it is to be handed out, or throws: then the job becomes a dead letter. */
    parse(value: unknown): T;
  };
  /**
   * Says of a body that the schema refused whether it is of a newer release, for instance by a number in it. Such a job is
   * deferred and not buried, so that a release that knows it takes it; until then its lane waits.
   */
  readonly isNewer?: (value: unknown) => boolean;
  /** How long after its push a job of a newer release is deferred, in ms; then it is buried. @default 3_600_000 */
  readonly newerForMs?: number;
  /** How long an id and its aliases are remembered, in ms; 0 = not at all. @default 3_600_000 */
  readonly dedupeMs?: number;
  /** Failed deliveries of a job before it becomes a dead letter. @default 5 */
  readonly maxAttempts?: number;
  /**
   * Leases of a job that end without a word from their holders before it becomes a dead letter. A job is handed out beside
   * few like it after the second one, and alone after the third, so that what kills its holders does not take others with
   * it. @default 5
   */
  readonly maxEndedLeases?: number;
  /** Waiting jobs above which pushes are refused; 0 = no limit. @default 0 */
  readonly maxDepth?: number;
  /** Lanes in flight at once over all takers; 0 = no limit. One that waits for its retry is not in flight. @default 0 */
  readonly maxInFlight?: number;
  /** Lets other processes claim what a take hands out; then attempts and ended leases count at the claim. @default false */
  readonly handOff?: boolean;
  /** Dead letters kept; the newest stay. @default 10_000 */
  readonly maxDeadLetters?: number;
  /**
   * How long a dead letter is kept, in ms; 0 = for ever. An older one goes when the next one comes or at a repair, and
   * all go when none has come for that long. @default 2_592_000_000
   */
  readonly deadLetterTtlMs?: number;
  /** How long a call waits for the store's answer, in ms, before it rejects with `store_unavailable`. @default 60_000 */
  readonly callTimeoutMs?: number;
}

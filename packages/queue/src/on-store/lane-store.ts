import type { Outcome, QueueStats, RepairReport } from "../queue.ts";
import type { ParsedReceipt } from "../receipt.ts";
import type { LetterStore } from "./letter-store.ts";

/** A job to push, with its body as JSON. */
export interface NewEntry {
  readonly id: string;
  readonly lane: string;
  readonly json: string;
  readonly aliases: readonly string[];
  /** The least time until it is handed out; 0 = none. */
  readonly delayMs: number;
}

/** A job as its lane keeps it. */
export interface LaneEntry extends Omit<NewEntry, "aliases" | "delayMs"> {
  /** Unknown of a job that an older release pushed. */
  readonly pushedAtMs?: number;
  /** It is not handed out before. */
  readonly notBeforeMs?: number;
}

/** A job that was handed out. */
export interface Entry extends LaneEntry {
  readonly attempt: number;
  readonly nonce: string;
}

/** What a take hands out, and what is to be known for a wait. */
export interface Batch {
  readonly entries: readonly Entry[];
  /** Lanes that gave no job: the head was buried, or may not be handed out yet. There may be a job behind it, or of other lanes. */
  readonly passed: number;
  /** Time until a take may find something by itself; null when none will. */
  readonly nextMs: number | null;
}

/** Asks to hold the job `id`, which heads its lane. */
export interface ClaimRequest {
  readonly lane: string;
  readonly id: string;
  readonly leaseMs: number;
}

/** Asks to settle a receipt, and to lease the lane's next job. */
export interface NextRequest {
  readonly receipt: ParsedReceipt;
  readonly leaseMs: number;
}

/** What became of the receipt, and the job that was leased. */
export interface NextAnswer {
  readonly outcome: Outcome;
  readonly entry: Entry | null;
}

export type FinishOp = "settle" | "extend" | "retry" | "defer" | "bury";

/** How receipts are used: `ms` is the lease or the delay, `reason` goes into a dead letter. */
export interface Finish {
  readonly op: FinishOp;
  readonly ms: number;
  readonly reason: string;
}

/** Asks once: refused when the queue is closed, and bounded in time as each call is. */
export type RoundTrip = <R>(work: () => Promise<R>) => Promise<R>;

/**
 * What an adapter does: the queue's commands on raw entries. What is the same for all adapters (checks, JSON, the schema,
 * deadlines, round trips that are shared) is not its business. Every command is safe to repeat.
 */
export interface LaneStore extends LetterStore {
  /** Resolves with the indexes of the duplicates; rejects with `queue_full`. */
  push(entries: readonly NewEntry[]): Promise<readonly number[]>;
  take(options: { readonly max: number; readonly leaseMs: number }): Promise<Batch>;
  finish(receipts: readonly ParsedReceipt[], how: Finish): Promise<readonly Outcome[]>;
  /** Claims one after the other: of several claims of one lane the last one fences the others. */
  claim(requests: readonly ClaimRequest[]): Promise<readonly (Entry | null)[]>;
  next(requests: readonly NextRequest[]): Promise<readonly NextAnswer[]>;
  /**
   * Resolves when there may be something to take, and at the latest after `ms`, when the signal aborts or when the store
   * is closed. Takes nothing.
   */
  idle(
    batch: Batch,
    options: { readonly ms: number; readonly signal?: AbortSignal | undefined },
  ): Promise<void>;
  /** Gives the first jobs of a lane. */
  peek(lane: string, options: { readonly limit: number }): Promise<readonly LaneEntry[]>;
  cancel(lane: string, id: string): Promise<Outcome>;
  /** Pauses a lane; `everything` pauses all of them, and a take hands out nothing, whatever it would have found. */
  pause(lane: string): Promise<boolean>;
  resume(lane: string): Promise<boolean>;
  pausedLanes(): Promise<readonly string[]>;
  stats(): Promise<QueueStats>;
  /** Makes many round trips, each by `trip`. */
  repair(trip: RoundTrip): Promise<RepairReport>;
  /** Ends every `idle`, and rejects what is not answered with `closed`. */
  close(): Promise<void>;
}

import type { DeadLetter, Outcome, QueueStats } from "./queue.ts";
import type { ParsedReceipt } from "./receipt.ts";

/** A job as its lane keeps it: its body as JSON. */
export interface LaneEntry {
  readonly id: string;
  readonly lane: string;
  readonly json: string;
}

/** A job to push. */
export interface NewEntry extends LaneEntry {
  readonly aliases: readonly string[];
}

/** A job that was handed out. */
export interface Entry extends LaneEntry {
  readonly attempt: number;
  readonly nonce: string;
}

export interface Batch {
  readonly entries: readonly Entry[];
  /** Jobs that became dead letters by this take; their lanes may have a next job. */
  readonly buried: number;
  /** The time until a lane falls due; null = none will by itself. */
  readonly nextMs: number | null;
  /** The in-flight limit holds ready lanes back. */
  readonly full: boolean;
}

/** A wish to hold the job `id`, which heads its lane. */
export interface ClaimRequest {
  readonly lane: string;
  readonly id: string;
  readonly leaseMs: number;
}

/** A receipt to settle, with the lease of the lane's next job. */
export interface NextRequest {
  readonly ticket: ParsedReceipt;
  readonly leaseMs: number;
}

/** What `next` made of a receipt. */
export interface NextAnswer {
  readonly outcome: Outcome;
  readonly entry: Entry | null;
}

export type FinishOp = "settle" | "extend" | "retry" | "defer" | "bury";

export interface Finish {
  readonly op: FinishOp;
  readonly ms: number;
  readonly reason: string;
}

/** What an adapter does: the same commands on raw entries. All else (checks, JSON, schema, waits) is common to them. */
export interface LaneStore {
  /** Resolves with the indexes of the duplicates; rejects with `queue_full`. */
  push(entries: readonly NewEntry[]): Promise<readonly number[]>;
  take(options: { readonly max: number; readonly leaseMs: number }): Promise<Batch>;
  finish(tickets: readonly ParsedReceipt[], how: Finish): Promise<readonly Outcome[]>;
  /** One after the other: of several claims of one lane the last one fences the others. */
  claim(claims: readonly ClaimRequest[]): Promise<readonly (Entry | null)[]>;
  next(receipts: readonly NextRequest[]): Promise<readonly NextAnswer[]>;
  /** Resolves when there may be something to take, and at the latest when the signal aborts. Takes nothing. */
  idle(batch: Batch, signal: AbortSignal): Promise<void>;
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  unacknowledged(limit: number): Promise<readonly DeadLetter[]>;
  acknowledge(through: number): Promise<void>;
  /** The numbers ascend, each once. */
  replay(numbers: readonly number[]): Promise<number>;
  stats(): Promise<QueueStats>;
  close(): Promise<void>;
}

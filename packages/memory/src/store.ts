import type { Turn, TurnPart, WaitOptions } from "./memory.ts";

/** The numbers of one person's memory. */
export interface MemoryState {
  readonly seq: number;
  /** The summary covers local turns 1..watermark. */
  readonly watermark: number;
  readonly version: number;
  /** Minted when the state is created: another value = the store lost what it had. Empty = there is no state. */
  readonly incarnation: string;
  /** Turns covered before this incarnation began: global = base + local. */
  readonly base: number;
  /** Pending turns that had to be dropped because the window was full. */
  readonly dropped: number;
  readonly epoch: number;
  readonly summary: string | null;
  /** Oldest first; at least the last `window` turns and every pending one, up to the cap. */
  readonly turns: readonly Turn[];
  /** Stored turns that could not be decoded and are left out of `turns`. Absent = none. */
  readonly unreadable?: number;
}

export interface Begun extends MemoryState {
  /** The seq of the turn that `turnId` belongs to, as its id, as that of a part or of an edit. */
  readonly seen: number | null;
}

export interface NewTurn {
  readonly turnId: string;
  readonly user: string;
  readonly assistant: string;
  readonly parts?: readonly TurnPart[];
  /** The one of `begin`. */
  readonly epoch: number;
}

/** Everything of a turn but its place and its time. */
export type TurnContent = Omit<Turn, "seq" | "atMs">;

export interface Amendment {
  /** The one of `begin`. */
  readonly epoch: number;
  readonly editId: string;
  readonly seq: number;
  /** As it was read. */
  readonly before: TurnContent;
  readonly after: TurnContent;
}

/** `pending` and `covered` (base + watermark) are as of this commit, `seq` is the turn's own. */
export type StoreCommit =
  | {
      readonly status: "committed";
      readonly seq: number;
      readonly pending: number;
      readonly covered: number;
      /** Pending turns that this commit pushed out of a full window. */
      readonly dropped: number;
    }
  | {
      readonly status: "duplicate";
      readonly seq: number;
      readonly pending: number;
      readonly covered: number;
      /** What was answered the first time; null when the turn has left the window. */
      readonly answer: string | null;
    }
  | { readonly status: "forgotten" };

export interface SummaryChange {
  readonly epoch: number;
  readonly incarnation: string;
  /** The version that was read. */
  readonly version: number;
  /** The version of this summary. @default version + 1 */
  readonly becomes?: number;
  readonly to: number;
  readonly summary: string;
}

export interface HydrateRecord {
  readonly epoch: number;
  readonly incarnation: string;
  readonly version: number;
  readonly coversThrough: number;
  readonly summary: string;
}

/**
 * Short-term memory by the watermark protocol: nothing leaves it before a summary covers it, and every write is fenced
 * by the forget epoch. Each method is one atomic step. Checks stand before the first write. Rejects with `MemoryError`. A
 * call whose signal aborts is not waited for any more: a store that can give it up does.
 */
export interface WindowStore {
  /** What it keeps: the last `window` turns, and pending ones up to `cap`. Absent = not known. */
  readonly keeps?: { readonly window: number; readonly cap: number };
  /** Reads everything in one round trip; writes nothing. An empty `turnId` asks for the state alone. */
  begin(user: string, turnId: string, options?: WaitOptions): Promise<Begun>;
  /**
   * Appends a turn; idempotent by `turnId`. The ids of its parts are seen from now on, but for those that were before.
   * A higher epoch in the store means forgotten; a higher carried one is kept.
   */
  commit(user: string, turn: NewTurn, options?: WaitOptions): Promise<StoreCommit>;
  /**
   * Replaces the content of a turn, if it is still as it was read, and marks `editId` as seen. `duplicate` = that id was
   * seen before; `gone` = there is no turn of this number any more.
   */
  amend(
    user: string,
    amendment: Amendment,
    options?: WaitOptions,
  ): Promise<"amended" | "conflict" | "duplicate" | "forgotten" | "gone">;
  /** Moves the watermark to `to` with its summary, if nothing has changed since the read. */
  apply(
    user: string,
    change: SummaryChange,
    options?: WaitOptions,
  ): Promise<"applied" | "conflict" | "forgotten" | "lost" | "range">;
  /** Takes over an archive record after the store lost its state. NEVER moves the watermark: turns since stay pending. */
  hydrate(
    user: string,
    record: HydrateRecord,
    options?: WaitOptions,
  ): Promise<"hydrated" | "not_newer" | "forgotten" | "adopt">;
  /**
   * Erases the person and answers the new epoch: higher than every epoch before, even one that the store lost (so it is
   * the time in ms, or the old epoch plus one). The same `requestId` again answers the same epoch and erases nothing.
   */
  forget(
    user: string,
    requestId: string,
    options?: WaitOptions,
  ): Promise<{ readonly epoch: number }>;
}

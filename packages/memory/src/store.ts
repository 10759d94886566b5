import type { Turn, TurnPart, WaitOptions } from "./memory.ts";

/** What a store knows of one chat. */
export interface MemoryState {
  /** The number of the last turn. */
  readonly seq: number;
  /** The summary covers local turns 1..watermark. */
  readonly watermark: number;
  /** Counts the summaries of this chat. */
  readonly version: number;
  /**
   * Minted when the state is created. Another value means that the store lost what it had; empty, that there is no
   * state.
   */
  readonly incarnation: string;
  /** How many turns were covered before this incarnation began: a turn's global number is `base` plus its `seq`. */
  readonly base: number;
  /** How many pending turns had to be dropped because the window was full. */
  readonly dropped: number;
  /** Rises with every forget: what was begun under a lower one must not be written any more. */
  readonly epoch: number;
  /** The summary, or null when this state has none. */
  readonly summary: string | null;
  /** The last `window` turns at least, and every pending one up to the cap; the oldest one first. */
  readonly turns: readonly Turn[];
  /** How many stored turns could not be decoded and are left out of `turns`. Absent means none. */
  readonly unreadable?: number;
}

/** The state of a chat, and whether a turn was committed before. */
export interface Begun extends MemoryState {
  /**
   * The seq of the turn that has this id, as its own, as that of a part or of an edit; null when the id was never seen.
   */
  readonly seen: number | null;
}

/** A turn to append; the store gives it its place and its time. */
export interface NewTurn {
  readonly turnId: string;
  readonly user: string;
  readonly assistant: string;
  readonly parts?: readonly TurnPart[];
  /** The epoch that `begin` answered. */
  readonly epoch: number;
}

/** A turn without its place and its time. */
export type TurnContent = Omit<Turn, "seq" | "atMs">;

/** An edit of one message of a turn. */
export interface Amendment {
  /** The epoch that `begin` answered. */
  readonly epoch: number;
  /** The idempotency key of the edit. */
  readonly editId: string;
  /** The number of the turn. */
  readonly seq: number;
  /** What the turn held when it was read: it is only replaced if it still does. */
  readonly before: TurnContent;
  /** What it is to hold. */
  readonly after: TurnContent;
}

/** How a commit of the store ended. `seq` is the turn's own; `pending` and `covered` (base + watermark) are what they are after this commit. */
export type StoreCommit =
  | {
      readonly status: "committed";
      readonly seq: number;
      readonly pending: number;
      readonly covered: number;
      /** How many pending turns this commit pushed out of a full window. */
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

/** A summary to apply, and the state from which it was made. */
export interface SummaryChange {
  readonly epoch: number;
  readonly incarnation: string;
  /** The version of the summary that was read. */
  readonly version: number;
  /** The version that the summary gets. @default version + 1 */
  readonly becomes?: number;
  /** The watermark that the summary reaches. */
  readonly to: number;
  readonly summary: string;
}

/** What the archive has, for a store that lost it. */
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
  /** It keeps the last `window` turns, and pending ones up to `cap`. Absent means that this is not known. */
  readonly keeps?: { readonly window: number; readonly cap: number };
  /** Reads everything in one round trip; writes nothing. An empty `turnId` asks for the state alone. */
  begin(chat: string, turnId: string, options?: WaitOptions): Promise<Begun>;
  /**
   * Appends a turn; idempotent by `turnId`. The ids of its parts are seen from now on, except those that were before.
   * A higher epoch in the store means forgotten; a higher carried one is kept.
   */
  commit(chat: string, turn: NewTurn, options?: WaitOptions): Promise<StoreCommit>;
  /**
   * Replaces the content of a turn, if it is still as it was read, and marks `editId` as seen. `duplicate`: that id was
   * seen before. `gone`: there is no turn of this number any more.
   */
  amend(
    chat: string,
    amendment: Amendment,
    options?: WaitOptions,
  ): Promise<"amended" | "conflict" | "duplicate" | "forgotten" | "gone">;
  /**
   * Moves the watermark to `to` with its summary, if nothing has changed since the read. `conflict`: another summary came
   * first. `lost`: the state is another one. `range`: the watermark would go back, or beyond the last turn.
   */
  apply(
    chat: string,
    change: SummaryChange,
    options?: WaitOptions,
  ): Promise<"applied" | "conflict" | "forgotten" | "lost" | "range">;
  /**
   * Takes over an archive record after the store lost its state. NEVER moves the watermark: turns since stay pending.
   * `adopt`: the record is of this very state, so it has to be applied instead.
   */
  hydrate(
    chat: string,
    record: HydrateRecord,
    options?: WaitOptions,
  ): Promise<"hydrated" | "not_newer" | "forgotten" | "adopt">;
  /**
   * Erases the chat and answers the new epoch: higher than every epoch before, even one that the store lost (so it is
   * the time in ms, or the old epoch plus one). The same `requestId` again answers the same epoch and erases nothing.
   */
  forget(
    chat: string,
    requestId: string,
    options?: WaitOptions,
  ): Promise<{ readonly epoch: number }>;
}

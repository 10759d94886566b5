import type { Turn } from "./memory.ts";

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
}

export interface Begun extends MemoryState {
  /** The seq of `turnId`, if it was committed before. */
  readonly seen: number | null;
}

/**
 * Short-term memory by the watermark protocol: nothing leaves it before a summary covers it, and every write is fenced
 * by the forget epoch. Each method is one atomic step. Checks stand before the first write.
 */
export interface WindowStore {
  /** Reads everything in one round trip; writes nothing. */
  begin(user: string, turnId: string): Promise<Begun>;
  /** Appends a turn; idempotent by `turnId`. `epoch` is the one of begin: a higher one in the store means forgotten. */
  commit(
    user: string,
    turn: { readonly turnId: string; readonly user: string; readonly assistant: string; readonly epoch: number },
  ): Promise<
    | { readonly status: "committed" | "duplicate"; readonly seq: number; readonly pending: number; readonly covered: number; readonly dropped: number }
    | { readonly status: "forgotten" }
  >;
  /** Moves the watermark to `to` with its summary, if nothing has changed since the read. */
  apply(
    user: string,
    change: { readonly epoch: number; readonly incarnation: string; readonly version: number; readonly to: number; readonly summary: string },
  ): Promise<"applied" | "conflict" | "forgotten" | "lost" | "range">;
  /** Takes over an archive record after the store lost its state. NEVER moves the watermark: turns since stay pending. */
  hydrate(
    user: string,
    record: { readonly epoch: number; readonly incarnation: string; readonly version: number; readonly coversThrough: number; readonly summary: string },
  ): Promise<"hydrated" | "not-newer" | "forgotten" | "adopt">;
  /** Erases the person and raises the epoch; the same `requestId` again answers the same epoch and erases nothing. */
  forget(user: string, requestId: string): Promise<{ readonly epoch: number }>;
}

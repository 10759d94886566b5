import type { ForgetReceipt, RejectionReason } from "./memory.ts";

/** An event tells what happened to whom, in ids and numbers: none holds a word of a conversation. */
export type MemoryEvent = { readonly user: string } & (
  | {
      readonly type: "opened";
      readonly seq: number;
      readonly pending: number;
      readonly replayed: boolean;
      readonly cold: boolean;
    }
  | {
      readonly type: "committed";
      readonly seq: number;
      readonly pending: number;
      readonly due: boolean;
      readonly coversThrough: number;
    }
  /** A message of the turn was edited, and answered anew or not. */
  | {
      readonly type: "amended";
      readonly seq: number;
      readonly answered: boolean;
    }
  /** The turn was committed before, or the edit applied: by a run that crashed later, or by one at the same time. */
  | { readonly type: "duplicate"; readonly seq: number }
  /** The person asked to be forgotten between opening and commit, or before an amendment; nothing was kept. */
  | { readonly type: "fenced" }
  /** The window is full: a pending turn was dropped before a summary covered it. */
  | { readonly type: "overflow"; readonly dropped: number }
  /** Stored turns could not be decoded and were skipped. */
  | { readonly type: "unreadable"; readonly turns: number }
  /** The store took over what the archive had and it had not. */
  | { readonly type: "healed"; readonly how: "adopted" | "hydrated"; readonly version: number }
  /** The archive was behind the store, and got its summary again. */
  | { readonly type: "repaired"; readonly version: number }
  | {
      readonly type: "summary_applied";
      readonly version: number;
      readonly coversThrough: number;
      readonly turns: number;
      readonly words: number;
      readonly ms: number;
    }
  | { readonly type: "summary_rejected"; readonly reasons: readonly RejectionReason[] }
  /** Somebody else changed the memory while the summary was made; the next job heals it. */
  | { readonly type: "summary_conflict" }
  | { readonly type: "summary_forgotten" }
  | { readonly type: "summary_deferred" }
  | { readonly type: "summarizer_failed"; readonly error: unknown }
  | { readonly type: "store_failed"; readonly error: unknown }
  | {
      readonly type: "archive_failed";
      readonly call: "load" | "save" | "erase";
      readonly error: unknown;
    }
  | { readonly type: "forgotten"; readonly receipt: ForgetReceipt }
);

/** Tells the listener of an event. */
export type Emit = (event: MemoryEvent) => void;

/** A listener that throws must not undo what it is told about. */
export function emitter(onEvent: Emit | undefined): Emit {
  return (event) => {
    try {
      onEvent?.(event);
    } catch {
      // Its own trouble.
    }
  };
}

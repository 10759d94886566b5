import type { ForgetResult } from "./memory.ts";
import type { RejectionReason } from "./summarizing.ts";

/** An event tells what happened to whom, in ids and numbers: none holds a word of a conversation. */
export type MemoryEvent = { readonly chat: string } &
  /**
   * A message begins to be answered. `replayed`: its answer is stored already. `cold`: the store knows no summary, and the
   * archive is being asked.
   */
  (
    | {
        readonly type: "opened";
        readonly seq: number;
        readonly pending: number;
        readonly replayed: boolean;
        readonly cold: boolean;
      }
    /** A turn is remembered. `pending` turns wait for a summary, and with `due` there are enough for one. */
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
    /**
     * Stored turns could not be decoded and were skipped; so could, with `summary`, the text of the summary, on which
     * nothing is summarized before it is back.
     */
    | { readonly type: "unreadable"; readonly turns: number; readonly summary?: true }
    /** The store took over what the archive had and it had not. */
    | { readonly type: "healed"; readonly how: "adopted" | "hydrated"; readonly version: number }
    /** Somebody had edited the summary in the archive, and the store took that text over: the next summary follows on it. */
    | { readonly type: "edited_by_hand"; readonly version: number }
    /**
     * The archive has lost a record that it had. Nothing is summarized, and when it is missing for `archiveSettleMs` the
     * chat is forgotten: give it back before, or give the archive another `id`, if nobody meant to delete it.
     */
    | { readonly type: "record_missing" }
    /** Somebody had deleted the record in the archive: the chat is forgotten, and `forgotten` follows. */
    | { readonly type: "deleted_by_hand" }
    /** The archive was behind the store, and got its summary again. */
    | { readonly type: "repaired"; readonly version: number }
    /** There is a new summary, of `words` words, into which `turns` turns were folded within `ms`. */
    | {
        readonly type: "summary_applied";
        readonly version: number;
        readonly coversThrough: number;
        readonly turns: number;
        readonly words: number;
        readonly ms: number;
      }
    /** What the summarizer gave was no summary; the old one and the turns stay. */
    | { readonly type: "summary_rejected"; readonly reasons: readonly RejectionReason[] }
    /** Somebody else changed the memory while the summary was made; the next job heals it. */
    | { readonly type: "summary_conflict" }
    /** The person asked to be forgotten while the summary was made; nothing was kept. */
    | { readonly type: "summary_forgotten" }
    /** Store, archive or summarizer could not be reached, so the summary has to wait. */
    | { readonly type: "summary_deferred" }
    /** A tier or the summarizer refused for good: somebody has to look at what its own event told. The turns stay. */
    | { readonly type: "summary_failed"; readonly by: "store" | "archive" | "summarizer" }
    /** The summarizer rejected or was late. What it threw is handed on as it is, so it must not quote the conversation. */
    | { readonly type: "summarizer_failed"; readonly error: unknown }
    /** The store failed during a summary. */
    | { readonly type: "store_failed"; readonly error: unknown }
    /** A call of the archive failed or was late. */
    | {
        readonly type: "archive_failed";
        readonly call: "load" | "save" | "erase";
        readonly error: unknown;
      }
    /** What was said long ago was found: so many words of so many turns, within `ms`. */
    | {
        readonly type: "recalled";
        readonly turns: number;
        readonly words: number;
        readonly ms: number;
      }
    /** A call of the recall index failed or was late; a `search` is answered without. */
    | {
        readonly type: "recall_failed";
        readonly call: "add" | "replace" | "search" | "list" | "forget";
        readonly error: unknown;
      }
    /** The recall index has no room for so many turns, which will not be found. */
    | { readonly type: "recall_full"; readonly turns: number }
    /** The person asked to be forgotten; `result` says what was reached. */
    | { readonly type: "forgotten"; readonly result: ForgetResult }
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

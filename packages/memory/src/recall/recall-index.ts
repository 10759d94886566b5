import type { Speaker } from "../turn.ts";
import type { WaitOptions } from "../wait-options.ts";

/** What was said in one turn, as it is searched. */
export interface RecallTurn {
  /** The id of the turn: a turn is remembered once. */
  readonly turnId: string;
  /** When it was said, in ms since 1970. */
  readonly atMs: number;
  readonly user: string;
  readonly assistant: string;
  /** Who said `user`. Absent means that nobody else talks in this chat, or that it is not known. */
  readonly speaker?: Speaker;
}

/** The sentences of a turn that bear on a query. A side without any is empty; `…` stands for what was left out between two. */
export interface Excerpt extends RecallTurn {
  /** How well the turn fits; it compares with the others of the same answer alone. */
  readonly score: number;
}

/** What the chat is like at the moment of a search. */
export interface Beside {
  /** The epoch of the chat: what was said in a lower one does not come back. */
  readonly epoch: number;
  /** Ids of the turns that the prompt shows anyway: none of them comes back. */
  readonly shown: ReadonlySet<string>;
  /** What was said right before, which a short query may mean. */
  readonly before?: string | undefined;
}

/** What a search may give. */
export interface SearchOptions extends WaitOptions {
  /** How many words the excerpts may have, headers included. */
  readonly maxWords: number;
  /**
   * What is known of the chat. It may still be on its way when the search begins, because only a short query has to wait
   * for it; null = nothing is wanted any more, and the answer is empty. @default nothing is shown
   */
  readonly beside?: Beside | PromiseLike<Beside | null> | undefined;
  /** The time of the question, in ms since 1970, from which "yesterday" is counted. @default Date.now() */
  readonly nowMs?: number | undefined;
  /** The time zone of its days. @default "UTC" */
  readonly timeZone?: string | undefined;
  /** Whose words are asked for, where the caller can tell: they come first, and the other's still come. @default both alike */
  readonly side?: "user" | "assistant" | undefined;
}

/**
 * Finds what was said long ago, word for word. One index a chat; nothing of one is ever seen in the search of another.
 * Every write is fenced by the forget epoch of the chat: what carries a lower one than the index has seen is `forgotten`,
 * and nothing is written. What carries a higher one ends the life of all that was added before. Rejects with `MemoryError`,
 * and only when the store fails.
 */
export interface RecallIndex {
  /**
   * Remembers turns, in the order in which they were said. Idempotent by `turnId`: the first content stays. Up to ten
   * turns are one atomic step, all of them or none; more are added ten at a time. Beyond its cap the oldest turns go, with
   * every trace of their words within a bounded number of further turns. `full`: the store has no room, and takes nothing.
   */
  add(
    chat: string,
    turns: readonly RecallTurn[],
    options: WaitOptions & { readonly epoch: number },
  ): Promise<"added" | "forgotten" | "full">;
  /**
   * Replaces what is remembered of a turn, or erases it with all its words when there is no text left. One atomic step.
   * A turn that is not remembered stays so.
   */
  replace(
    chat: string,
    turn: RecallTurn,
    options: WaitOptions & { readonly epoch: number },
  ): Promise<void>;
  /**
   * Gives the sentences that bear on `query`, the oldest one first, cut to the budget; empty when nothing does. Writes
   * nothing. One round trip, or two when the store did not guess well which turns are wanted; none when the query has no word
   * that could be looked up. The first one needs only the query, so that it can go out with the opening of a turn; only a short
   * query waits for what is known of the chat.
   */
  search(chat: string, query: string, options: SearchOptions): Promise<readonly Excerpt[]>;
  /** Gives all turns that are remembered, part by part, the oldest one first. */
  turns(chat: string, options?: WaitOptions): AsyncIterable<readonly RecallTurn[]>;
  /**
   * Erases what was added under a lower epoch, in one step, and refuses from now on whoever carries one. Idempotent. A
   * search that is under way may still answer with what it has read.
   */
  forget(chat: string, options: WaitOptions & { readonly epoch: number }): Promise<void>;
}

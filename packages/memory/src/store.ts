import type { Turn } from "./turn.ts";
import type { WaitOptions } from "./wait-options.ts";

/** What the answers of a chat took, summed up over its turns. */
export interface ChatUsage {
  /** Tokens that models read. */
  readonly input: number;
  /** Tokens that models wrote. */
  readonly output: number;
  /** What it cost, in the currency in which the callers of `commit` count. */
  readonly cost: number;
}

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
  /** The text of the summary; null when there is none, and when there are bytes that are no summary. */
  readonly summary: string | null;
  /** There are bytes where the summary belongs, and they are none. */
  readonly unreadableSummary?: true;
  /** The summary was written by a newer version of this package: it cannot be read here, and must be left alone. */
  readonly newerSummary?: true;
  /** Whether the chat is off the record: `commit` keeps nothing. */
  readonly paused: boolean;
  /** What the turns took that were committed since the state is there. */
  readonly usage: ChatUsage;
  /** The id of the archive that had a record of this chat last, since it was last forgotten. Absent means that none is known. */
  readonly archivedIn?: string;
  /** The last `window` turns at least, and every pending one up to the cap; the oldest one first. */
  readonly turns: readonly Turn[];
  /** How many stored turns could not be decoded and are left out of `turns`. Absent means none. */
  readonly unreadable?: number;
  /** The numbers of those that a newer version of this package wrote, the oldest one first. Absent means none. */
  readonly newerTurns?: readonly number[];
}

/** The state of a chat, and whether a turn was committed before. */
export interface Begun extends MemoryState {
  /**
   * The seq of the turn that has this id, as its own, as that of a part or of an edit; null when the id was never seen.
   */
  readonly seen: number | null;
}

/** A turn without its place and its time. */
export type TurnContent = Omit<Turn, "seq" | "atMs">;

/** A turn to append; the store gives it its place and its time. */
export interface NewTurn extends Omit<TurnContent, "edit" | "undone"> {
  /** The epoch that `begin` answered. */
  readonly epoch: number;
  /**
   * What the commit leaves in the store: with `pending` every turn that no summary covers, up to the cap; with `window`
   * the last turns alone, of which none counts as dropped, because nobody summarizes this chat.
   *
   * @default "pending"
   */
  readonly keeps?: "pending" | "window";
  /** What the answer took. It is added to the usage of the chat in the same step; a duplicate adds nothing. */
  readonly usage?: Omit<ChatUsage, "cost"> & { readonly cost?: number };
}

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
      /** How many pending turns this commit pushed out of a full window. They stay pending: the watermark does not move. */
      readonly dropped: number;
    }
  | {
      readonly status: "duplicate";
      readonly seq: number;
      readonly pending: number;
      readonly covered: number;
      /** What was answered the first time; null when the turn is not kept word for word any more, or was undone. */
      readonly answer: string | null;
    }
  | { readonly status: "forgotten" }
  | { readonly status: "paused" };

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
  /**
   * When the turn `to` was committed, as it was read. Another turn under that number is a `conflict`: a store that came
   * back from a copy gives the same numbers again, to turns that nobody has summarized. @default any turn
   */
  readonly lastAtMs?: number;
  readonly summary: string;
  /** Whether a person corrects the summary: then `to` may be the watermark itself. */
  readonly corrects?: boolean;
  /** The id of the archive that has it, which the state tells as `archivedIn` from now on. @default the one before stays */
  readonly archivedIn?: string;
}

/** What the archive has, for a store that lost it. */
export interface HydrateRecord {
  readonly epoch: number;
  readonly incarnation: string;
  readonly version: number;
  readonly coversThrough: number;
  readonly summary: string;
  /** The id of the archive, which the state tells as `archivedIn` from now on. @default the one before stays */
  readonly archivedIn?: string;
}

/** A chat of a list. */
export interface ListedChat {
  readonly chat: string;
  /** How many turns no summary covers. */
  readonly pending: number;
  /** When the last turn was committed, in ms since 1970; null when there is none. */
  readonly lastAtMs: number | null;
}

/** A part of the list of all chats. */
export interface ChatPage {
  readonly chats: readonly ListedChat[];
  /** What gives the next part; null at the end. */
  readonly cursor: string | null;
}

/**
 * Short-term memory by the watermark protocol: nothing leaves it before a summary covers it, and every write is fenced
 * by the forget epoch. Each method is one atomic step. Checks stand before the first write. Rejects with `MemoryError`. A
 * call whose signal aborts is not waited for any more: a store that can give it up does.
 *
 * What is easily guessed wrong:
 *
 * - A dropped turn does not move the watermark: it counts as pending (`seq - watermark`) until a summary passes it.
 * - The ids of turns, parts and edits outlive `forget`: a message that is delivered again makes no second turn. Numbers do
 *   not outlive it, so the answer of a duplicate belongs to the turn that holds the id, never to whatever has its number.
 * - What was written by a newer version of the store is unreadable, counted, and never overwritten or taken for absent.
 */
export interface WindowStore {
  /** It keeps the last `window` turns, and pending ones up to `cap`. Absent means that this is not known. */
  readonly keeps?: { readonly window: number; readonly cap: number };
  /** Reads everything in one round trip; writes nothing. An empty `turnId` asks for the state alone. */
  begin(chat: string, turnId: string, options?: WaitOptions): Promise<Begun>;
  /**
   * Appends a turn; idempotent by `turnId`. The ids of its parts are seen from now on, except those that were before.
   * A higher epoch in the store means forgotten; a higher carried one is kept. `paused`: the chat is off the record, and
   * nothing was kept. A duplicate of a paused chat is a duplicate, and so is one of a turn that was undone.
   */
  commit(chat: string, turn: NewTurn, options?: WaitOptions): Promise<StoreCommit>;
  /**
   * Replaces the content of a turn, if it is still as it was read, and marks `editId` as seen. `duplicate`: that id was
   * seen before. `gone`: there is no turn of this number any more. A turn that is `undone` keeps its place and its ids,
   * and answers none of them any more.
   */
  amend(
    chat: string,
    amendment: Amendment,
    options?: WaitOptions,
  ): Promise<"amended" | "conflict" | "duplicate" | "forgotten" | "gone">;
  /**
   * Moves the watermark to `to` with its summary, if nothing has changed since the read. `conflict`: another summary came
   * first. `lost`: the state is another one. `range`: the watermark would go back, or beyond the last turn, or stay where
   * it is though nobody corrects. Works in a store that is full, because it makes room first.
   */
  apply(
    chat: string,
    change: SummaryChange,
    options?: WaitOptions,
  ): Promise<"applied" | "conflict" | "forgotten" | "lost" | "range">;
  /**
   * Takes over an archive record after the store lost its state. NEVER moves the watermark up: turns since stay pending, and
   * where the store had a summary of its own, which is lost by that, so do the turns of it that are still kept.
   * `adopt`: the record is of this very state, so it has to be applied instead. At the same version there is nothing to
   * take but the text: when the store has none, and with `replace` whatever it has, because it is unreadable or the
   * archive's was edited by hand.
   */
  hydrate(
    chat: string,
    record: HydrateRecord,
    options?: WaitOptions & { readonly replace?: boolean },
  ): Promise<"hydrated" | "not_newer" | "forgotten" | "adopt">;
  /**
   * Erases the chat and answers the new epoch: higher than every epoch before, even one that the store lost (so it is
   * the time in ms, or the old epoch plus one), and not below `atLeast`. The same `requestId` again answers the same
   * epoch, erases nothing and says `unchanged`, unless `atLeast` is above that epoch. So does a request with `ifEpoch`
   * when the epoch is another one: the chat was forgotten since. Works in a store that is full, because it makes room
   * first. Only the pause of the chat, its ids and its epoch stay.
   */
  forget(
    chat: string,
    requestId: string,
    options?: WaitOptions & { readonly atLeast?: number; readonly ifEpoch?: number },
  ): Promise<{ readonly epoch: number; readonly unchanged: boolean }>;
  /** Takes a chat off the record, or back on it. It stays so whatever happens to the chat, and for as long as it takes. */
  pause(chat: string, paused: boolean, options?: WaitOptions): Promise<void>;
  /**
   * Lists the chats that have a turn or a summary, in no order, about `limit` at a time: a part may hold fewer, or none,
   * or somewhat more. A chat that is there all the while is listed; one that comes or goes meanwhile may be, and one may
   * be listed twice.
   */
  list(
    options: WaitOptions & { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<ChatPage>;
}

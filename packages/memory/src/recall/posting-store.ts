/** A turn as a store keeps it. */
export interface StoredTurn {
  readonly turnId: string;
  /** What was said, as text that every store keeps as it is. */
  readonly body: string;
  /** How many messages of it hold a term. */
  readonly units: number;
}

/** A turn to append. */
export interface NumberedTurn extends StoredTurn {
  readonly n: number;
  readonly atMs: number;
  /** Whether it begins a sitting. */
  readonly starts: boolean;
}

/** Where an index stands. */
export interface IndexNumbers {
  /** The epoch of what it holds. Before anything was added, what `forget` has left. */
  readonly epoch: number;
  /** The name of the analyzer that made its terms; empty before anything was added. */
  readonly analyzer: string;
  /** The numbers of the oldest and the newest turn that may be there; `last` 0 = there is none. */
  readonly first: number;
  readonly last: number;
  /** The number up to which turns have their terms in the index: below `last` while it is being built anew. */
  readonly built: number;
  /** How many messages have terms in it. */
  readonly units: number;
}

/** What a writer has to know. */
export interface WriteState extends IndexNumbers {
  /** When the newest turn was said. */
  readonly lastAtMs: number;
  /** The numbers of those of the asked turns that are there, by their ids. */
  readonly known: ReadonlyMap<string, number>;
}

/** What a search has to know. */
export interface ReadState extends IndexNumbers {
  /** The postings of each term that has any, in the order of their numbers. */
  readonly lists: ReadonlyMap<string, string>;
  /** Number and time of the turn with which each sitting begins, the oldest one first; only if asked for. */
  readonly sittings: readonly (readonly [n: number, atMs: number])[];
  /**
   * Turns that will probably be asked for, by their numbers; null for one that is not there. This guess saves a round trip, and
   * changes no answer. @default none
   */
  readonly likely?: ReadonlyMap<number, StoredTurn | null>;
}

/** What to write, and the numbers that it was made from. */
export interface Batch {
  readonly epoch: number;
  readonly analyzer: string;
  /** `last` and `built` as they were read. */
  readonly after: number;
  readonly builtBefore: number;
  /** What `built` becomes. */
  readonly built: number;
  /** Drops all terms first, because another analyzer is to make them anew. */
  readonly restart: boolean;
  readonly turns: readonly NumberedTurn[];
  /** How many messages the postings are of. */
  readonly units: number;
  /** Term → its new postings, to stand behind those that are there. */
  readonly lists: ReadonlyMap<string, string>;
}

/** What a turn is replaced by. */
export interface Replacement {
  readonly epoch: number;
  readonly n: number;
  readonly before: StoredTurn;
  /** Null = the turn is erased, with its id. */
  readonly after: StoredTurn | null;
  /** Term → the postings of this turn; an empty text for a term that it has lost. Others are not touched. */
  readonly lists: ReadonlyMap<string, string>;
}

/** How much a store keeps of one chat. */
export interface PostingLimits {
  /** How many turns are kept. @default 10_000 */
  readonly maxTurns?: number;
  /** How many postings of one term are kept, the newest ones, and not many more. @default 2_048 */
  readonly maxPostings?: number;
}

/**
 * What a store does for a recall index: it keeps texts and lists of postings, and computes nothing. Each method is one atomic
 * step and one round trip. Checks stand before the first write. Rejects with `MemoryError`.
 *
 * An index whose epoch is lower than that of a write is of a life that was forgotten: it is dropped as a whole, and the write
 * finds an empty one.
 */
export interface PostingStore {
  readonly maxPostings: number;
  /** Says where the index stands, and which of these turns it has. */
  state(chat: string, turnIds: readonly string[]): Promise<WriteState>;
  /**
   * Writes all of it, if `last` and `built` are still what they were and the analyzer is the same one (or `restart`); else
   * nothing: `conflict`. Beyond `maxTurns` the oldest turns go at once, and their postings with further turns: at least 64
   * terms are looked through for each turn that is appended.
   */
  append(chat: string, batch: Batch): Promise<"added" | "conflict" | "forgotten" | "full">;
  /** Gives the newest postings of each term. */
  read(
    chat: string,
    terms: readonly string[],
    options: { readonly sittings: boolean },
  ): Promise<ReadState>;
  /** Gives the turns of these numbers that are there. */
  texts(chat: string, numbers: readonly number[]): Promise<ReadonlyMap<number, StoredTurn>>;
  /**
   * Replaces a turn, if it is still `before`; else nothing: `conflict`. The postings of a turn above `built` are left
   * alone: whoever builds the index makes them.
   */
  replace(chat: string, replacement: Replacement): Promise<"replaced" | "conflict" | "forgotten">;
  /** Erases what is of a lower epoch, and keeps this one if it is the highest. */
  forget(chat: string, epoch: number): Promise<void>;
}

import type { LaneEntry } from "../on-store/lane-store.ts";
import type { DeadLetter } from "../queue.ts";

export type PlaceKind = "ready" | "leased" | "due";

/** Where a lane with jobs stands: it is ready, or in flight until `at`, or it waits until `at`. */
export type Place =
  | { readonly kind: "ready" }
  | {
      readonly kind: "leased" | "due";
      readonly at: number;
      /** Whoever holds the head; with `<attempt>.` and `<attempt>.~` it waits and nobody does. */
      readonly nonce: string;
    };

/** Which letters: of a lane, or buried until `till`; all without either. The oldest come first. */
export interface SomeLetters {
  readonly lane?: string;
  readonly till?: number;
  readonly after?: number;
  readonly most: number;
}

/**
 * What the state machine keeps, in the memory of a process or in a file. A lane with jobs has exactly one place. The head of
 * a lane stays there until it is settled or buried, so nothing can overtake it.
 */
export interface LaneTables {
  head(lane: string): LaneEntry | undefined;
  /** Gives the first jobs of a lane. */
  jobs(lane: string, limit: number): readonly LaneEntry[];
  addJob(entry: LaneEntry): void;
  /** Drops the first job of the lane; with an id the first one that is called so. Says whether there was any. */
  dropJob(lane: string, id?: string): boolean;
  hasJobs(lane: string): boolean;
  depth(): number;

  place(lane: string): Place | undefined;
  /** Gives a lane its place, behind those that are ready where it becomes ready. */
  put(lane: string, place: Place): void;
  /** Takes its place from a lane that has no jobs any more. */
  unplace(lane: string): void;
  /** Names lanes that came there first, of those with a time the ones of which it is over. */
  lanesAt(kind: PlaceKind, which: { readonly most: number; readonly till?: number }): string[];
  /** Counts the lanes of a kind. */
  count(kind: PlaceKind): number;
  /** Gives the first time of a kind; Infinity when there is none. */
  firstTime(kind: "leased" | "due"): number;

  /** Says whether an id is remembered. */
  isSeen(id: string, now: number): boolean;
  /** Remembers ids until `till`, also those that were to be forgotten earlier, and forgets old ones. */
  see(ids: readonly string[], now: number, till: number): void;

  isPaused(lane: string): boolean;
  /** Says whether that is new. */
  setPaused(lane: string, isPaused: boolean): boolean;
  pausedLanes(): readonly string[];

  /** Suspects that were handed out, and until when each holds others up. */
  suspects(): readonly (readonly [lane: string, till: number])[];
  /** Notes a suspect, and forgets those that hold nobody up any more. */
  addSuspect(lane: string, now: number, till: number): void;

  /** Keeps a letter under the next number. */
  addLetter(letter: Omit<DeadLetter, "number">): void;
  letters(which: SomeLetters): readonly DeadLetter[];
  letterNumbers(which: SomeLetters): readonly number[];
  /** Gives the letter that was there. */
  letter(number: number): DeadLetter | undefined;
  /** Says whether it was there. */
  dropLetter(number: number): boolean;
  letterCount(): number;
  acknowledged(): number;
  /** Raises the watermark, never above the last letter. */
  acknowledge(through: number): void;
}

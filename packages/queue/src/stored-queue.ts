import { givenBack, isMute } from "./lanes/heads.ts";
import type { DeadLetter, PeekedJob } from "./queue.ts";
import { formatNonce, parseNonce } from "./receipt.ts";

/** A lane that holds jobs, in the form in which it moves to another store. */
export interface StoredLane {
  /** Its name. */
  readonly lane: string;
  /** The jobs in their order. */
  readonly jobs: readonly PeekedJob[];
  /** What was counted of the first job, and until when it waits; absent = the lane is ready. */
  readonly head?: StoredHead;
}

/** What is known of a job that was tried, or that waits for its time. */
export interface StoredHead {
  /** Deliveries that were counted. */
  readonly attempt: number;
  /** Leases that ended without a word from their holders. */
  readonly ended: number;
  /** When it may be handed out, in ms since 1970; `Infinity` = its lane is paused. */
  readonly dueMs: number;
}

/**
 * Everything that a queue keeps, for whoever moves it to another store: `dumpQueue` gives it, and `loadQueue` puts it into a queue
 * that holds nothing. What was in flight is due at once, as if its lease had ended.
 */
export interface StoredQueue {
  /** The lanes that hold jobs; those that are ready come first, in the order in which they are handed out. */
  readonly lanes: readonly StoredLane[];
  /** The dead letters, by their numbers. */
  readonly letters: readonly DeadLetter[];
  /** The number of the last dead letter, also if it is not kept any more. */
  readonly buried: number;
  /** The number up to which dead letters are acknowledged. */
  readonly acknowledged: number;
  /** The ids that are remembered, and until when, in ms since 1970. */
  readonly seen: readonly { readonly id: string; readonly tillMs: number }[];
  /** The lanes that are paused; the empty name = the whole list. */
  readonly paused: readonly string[];
}

/** Reads what a place says of the head of its lane. Whoever held it will not say a word any more. */
export function headAt(kind: "leased" | "due", nonce: string, atMs: number): StoredHead {
  const held = parseNonce(nonce);
  const ended = held.ended + (isMute(held) ? 1 : 0);
  const { attempt } = givenBack(held);
  return { attempt, ended, dueMs: kind === "due" ? atMs : 0 };
}

/** Writes it for a head that nobody holds. */
export const nonceOfHead = ({ attempt, ended }: StoredHead): string =>
  formatNonce({ attempt, ended, holder: "" });

import type { ArchiveRecord } from "@tgmem/memory";
import type { KnownRow } from "../rows/known-rows.ts";
import type { Found } from "../rows/table.ts";
import { winnerOf } from "../rows/winner.ts";
import type { PendingCall } from "./batcher.ts";

/** What a caller of the archive wants to have done for one user. */
export type Write =
  | {
      readonly kind: "save";
      readonly user: string;
      readonly record: ArchiveRecord;
      readonly expectVersion: number;
    }
  | { readonly kind: "erase"; readonly user: string; readonly epoch: number };

/** How a write ends; an erase always ends `forgotten`. */
export type WriteOutcome = "saved" | "conflict" | "forgotten";

/** A save or an erase that waits for its answer. */
export type PendingWrite = PendingCall<Write, WriteOutcome>;

/** What is to be done for one user, and who waits for it. */
export interface WritePlan {
  readonly user: string;
  readonly calls: readonly PendingWrite[];
  /** The row to write; absent = nothing is to be written. */
  readonly write?: RowWrite;
  /** The rows to delete. */
  readonly remove: readonly string[];
  /** Rows beyond the one that should be. */
  readonly duplicates: number;
  /** The removal is what was asked for, not a repair. */
  readonly mustRemove: boolean;
  /** What the plan was made by instead of a look. */
  readonly known?: KnownRow;
  /** Gives the calls their answers, once the plan has been carried out. */
  finish(): void;
  fail(error: unknown): void;
}

/** A record, and the row that is to hold it. */
export interface RowWrite {
  readonly record: ArchiveRecord;
  /** Absent = there is no row yet. */
  readonly rowId?: string;
}

/** Decides the writes of one user, all of one kind, by what the table holds. */
export function planUser(user: string, calls: readonly PendingWrite[], found: Found): WritePlan {
  const fail = (error: unknown) => {
    for (const call of calls) call.reject(error);
  };
  const common = { user, calls, fail, duplicates: Math.max(0, found.length - 1) };
  const erased = calls.flatMap(({ input }) => (input.kind === "erase" ? [input.epoch] : []));
  if (erased.length > 0) {
    const epoch = Math.max(...erased);
    // A row that cannot be read is not kept from somebody who wants to be forgotten.
    const remove = found
      .filter(({ record, broken }) => record.epoch <= epoch || broken.includes("Epoch"))
      .map(({ id }) => id);
    const finish = () => calls.forEach((call) => call.resolve("forgotten"));
    return { ...common, remove, mustRemove: true, finish };
  }
  const winner = winnerOf(found);
  const { outcomes, write } = decideAll(calls, winner?.record);
  return {
    ...common,
    ...(write && { write: { record: write, ...(winner && { rowId: winner.id }) } }),
    remove: found.filter((row) => row !== winner).map(({ id }) => id),
    mustRemove: false,
    finish: () => outcomes.forEach(([call, outcome]) => call.resolve(outcome)),
  };
}

/**
 * Decides the saves of one user by what is known of the row, without a look. What is known lets a save write; that nothing
 * needs to be written, or must not be, is told by a look alone: then there is no plan.
 */
export function planKnown(
  user: string,
  calls: readonly PendingWrite[],
  known: KnownRow,
): WritePlan | undefined {
  const { outcomes, write } = decideAll(calls, known.record);
  if (!write || outcomes.some(([, outcome]) => outcome !== "saved")) return undefined;
  return {
    user,
    calls,
    known,
    write: { record: write, ...(known.id !== undefined && { rowId: known.id }) },
    remove: [],
    duplicates: 0,
    mustRemove: false,
    finish: () => calls.forEach((call) => call.resolve("saved")),
    fail: (error) => calls.forEach((call) => call.reject(error)),
  };
}

/**
 * Answers the saves of a row that was deleted by hand since it was last seen: their caller has to look, because that is a
 * forget. What was written in its place goes.
 */
export function planLost({
  user,
  calls,
  rowId,
}: Pick<WritePlan, "user" | "calls"> & { readonly rowId?: string }): WritePlan {
  return {
    user,
    calls,
    remove: rowId === undefined ? [] : [rowId],
    duplicates: 0,
    mustRemove: false,
    finish: () => calls.forEach((call) => call.resolve("conflict")),
    fail: (error) => calls.forEach((call) => call.reject(error)),
  };
}

/** Makes one write of the saves of one user that wait together: the last one that may be done. */
function decideAll(calls: readonly PendingWrite[], from: ArchiveRecord | undefined) {
  let current = from;
  let write: ArchiveRecord | undefined;
  const outcomes = calls.map((call): readonly [PendingWrite, WriteOutcome] => {
    if (call.input.kind !== "save") return [call, "forgotten"];
    const { record, expectVersion } = call.input;
    const decision = decide(current, record, expectVersion);
    if (decision !== "write") return [call, decision];
    write = current = record;
    return [call, "saved"];
  });
  return { outcomes, write };
}

/**
 * Decides a save by the rules of the archive. A record that is there already is saved: the save is repeated because its
 * answer was lost.
 */
function decide(
  current: ArchiveRecord | undefined,
  next: ArchiveRecord,
  expectVersion: number,
): "write" | WriteOutcome {
  if (!current || current.epoch < next.epoch) return "write";
  if (current.epoch > next.epoch) return "forgotten";
  if (isSame(current, next)) return "saved";
  return current.version > expectVersion ? "conflict" : "write";
}

const isSame = (a: ArchiveRecord, b: ArchiveRecord) =>
  a.version === b.version &&
  a.coversThrough === b.coversThrough &&
  a.incarnation === b.incarnation &&
  a.summary.trimEnd() === b.summary.trimEnd();

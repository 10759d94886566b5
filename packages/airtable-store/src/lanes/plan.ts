import type { ArchiveRecord } from "@tgmem/memory";
import type { Found } from "../rows/table.ts";
import { winnerOf } from "../rows/winner.ts";
import type { Ticket } from "./lane.ts";

export type Write =
  | {
      readonly kind: "save";
      readonly user: string;
      readonly record: ArchiveRecord;
      readonly expectVersion: number;
    }
  | { readonly kind: "erase"; readonly user: string; readonly epoch: number };

/** How a save ended; an erase always ends `forgotten`. */
export type Verdict = "saved" | "conflict" | "forgotten";

/** What is to be done for one user, and who waits for it. */
export interface Plan {
  readonly user: string;
  readonly tickets: readonly Ticket<Write, Verdict>[];
  /** Absent = nothing is to be written. */
  readonly write?: ArchiveRecord;
  /** The row to write; absent = there is none yet. */
  readonly rowId?: string;
  readonly remove: readonly string[];
  /** Rows beyond the one that should be. */
  readonly duplicates: number;
  /** The removal is what was asked for, not a repair. */
  readonly mustRemove: boolean;
  succeed(): void;
  fail(error: unknown): void;
}

/** Decides the writes of one user, all of one kind, by what the table holds. */
export function planUser(
  user: string,
  tickets: readonly Ticket<Write, Verdict>[],
  found: Found,
): Plan {
  const fail = (error: unknown) => {
    for (const ticket of tickets) ticket.reject(error);
  };
  const done = { user, tickets, fail, duplicates: Math.max(0, found.rows.length - 1) };
  const erased = tickets.flatMap(({ input }) => (input.kind === "erase" ? [input.epoch] : []));
  if (erased.length > 0) {
    const epoch = Math.max(...erased);
    // A row that cannot be read is not kept from somebody who wants to be forgotten.
    const remove = [
      ...found.rows.filter(({ record }) => record.epoch <= epoch),
      ...found.broken,
    ].map(({ id }) => id);
    return {
      ...done,
      remove,
      mustRemove: true,
      succeed: () => tickets.forEach((ticket) => ticket.resolve("forgotten")),
    };
  }
  const [broken] = found.broken;
  if (broken) {
    fail(broken.error);
    return { ...done, remove: [], mustRemove: false, succeed: () => {} };
  }
  return { ...done, ...planSaves(tickets, found), mustRemove: false };
}

/** Saves of one user that wait together become one write: the last one that may. */
function planSaves(tickets: readonly Ticket<Write, Verdict>[], { rows }: Found) {
  const winner = winnerOf(rows);
  let current = winner?.record;
  let write: ArchiveRecord | undefined;
  const verdicts = tickets.map(({ input }): Verdict => {
    if (input.kind !== "save") return "forgotten";
    const verdict = judge(current, input.record, input.expectVersion);
    if (verdict !== "write") return verdict;
    write = current = input.record;
    return "saved";
  });
  return {
    ...(write ? { write } : {}),
    ...(winner ? { rowId: winner.id } : {}),
    remove: rows.filter((row) => row !== winner).map(({ id }) => id),
    succeed: () => tickets.forEach((ticket, i) => ticket.resolve(verdicts[i]!)),
  };
}

/** The rules of the archive. A record that is there already is saved: the save is repeated because its answer was lost. */
function judge(
  current: ArchiveRecord | undefined,
  next: ArchiveRecord,
  expectVersion: number,
): "write" | "saved" | "conflict" | "forgotten" {
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

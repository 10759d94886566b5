import type { ArchiveRecord } from "@tgmem/memory";
import type { Found } from "./table.ts";

/** A caller that saves loaded no longer ago than this: a model may think for so long, and some. */
const trustMs = 5 * 60_000;
/** Whoever is dropped costs a look, and nothing else. */
const maxUsers = 10_000;

/** What is known of one user's row, without a new look at it. */
export interface KnownRow {
  /** The record in it; absent = there is no row. */
  readonly record?: ArchiveRecord;
  /** Absent = not known. */
  readonly id?: string;
  /** When the row was last read or written here, in ms since 1970. */
  readonly seenAtMs: number;
  /** When a caller was last told, who may save by that; absent = nobody who has not saved since. */
  readonly toldAtMs?: number;
}

/** What this process knows of rows that it has read, written, or was told of. */
export interface KnownRows {
  /** Notes what a look has shown. What needs a new look before it is written is not kept. */
  saw(user: string, found: Found): void;
  /** Notes what was written, or with no record that the row is gone. */
  wrote(user: string, row: Pick<KnownRow, "record" | "id">): void;
  /** Drops what was known. */
  drop(user: string): void;
  /** Notes that the caller may save by what it is told now. */
  told(user: string): void;
  /**
   * Says whether `expected` may be what the row holds, and takes it for that. No, if the row was seen otherwise: that may
   * be an edit by hand, or a look from before somebody else saved, which only a new look tells apart. That there is no row
   * must have been seen.
   */
  accept(user: string, expected: ArchiveRecord | null): boolean;
  /** Gives what a save of now may rely on: what the caller was told a short time ago, once. */
  forSave(user: string): KnownRow | undefined;
  /** Says whether the row was not looked at for so long that somebody may have deleted it since. */
  isOld(row: KnownRow): boolean;
  /** Gives up to `count` users whose rows were seen longest ago. */
  oldest(count: number): readonly string[];
}

export function knownRows(now: () => number): KnownRows {
  const rows = new Map<string, KnownRow>();
  function keep(user: string, row: KnownRow): void {
    rows.delete(user);
    rows.set(user, row);
    if (rows.size > maxUsers) for (const first of rows.keys()) return void rows.delete(first);
  }
  return {
    saw(user, found) {
      const [row] = found;
      if (found.length > 1 || found.some(({ broken }) => broken.length > 0)) rows.delete(user);
      else keep(user, { ...(row && { record: row.record, id: row.id }), seenAtMs: now() });
    },
    wrote: (user, row) => keep(user, { ...row, seenAtMs: now() }),
    drop: (user) => void rows.delete(user),
    told(user) {
      const row = rows.get(user);
      if (row) rows.set(user, { ...row, toldAtMs: now() });
    },
    accept(user, expected) {
      if (!expected) return rows.has(user) && !rows.get(user)?.record;
      const row = rows.get(user) ?? { record: expected, seenAtMs: 0 };
      const { record } = row;
      if (!record || record.epoch > expected.epoch) return false;
      if (record.epoch === expected.epoch) {
        if (record.version > expected.version) return false;
        const isOther = record.summary.trimEnd() !== expected.summary.trimEnd();
        if (record.version === expected.version && isOther) return false;
      }
      // A lower version was seen before somebody else saved this one.
      rows.set(user, { ...row, record: expected });
      return true;
    },
    forSave(user) {
      const row = rows.get(user);
      if (row?.toldAtMs === undefined) return undefined;
      const { toldAtMs, ...rest } = row;
      rows.set(user, rest);
      return now() - toldAtMs <= trustMs ? rest : undefined;
    },
    isOld: ({ seenAtMs }) => now() - seenAtMs > trustMs,
    oldest: (count) => [...rows.keys()].slice(0, count),
  };
}

import type { Row } from "./codec.ts";

/**
 * Picks the row that counts when several carry one id, the same for every reader: the highest epoch, then the highest
 * version, then the row that was made first.
 */
export function winnerOf(rows: readonly Row[]): Row | undefined {
  return rows.toSorted(
    (a, b) =>
      b.record.epoch - a.record.epoch ||
      b.record.version - a.record.version ||
      compare(a.createdTime, b.createdTime) ||
      compare(a.id, b.id),
  )[0];
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b);

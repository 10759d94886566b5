import type { Turn } from "../turn.ts";

/**
 * Puts turns in the order in which they were begun: a turn that began before others and was committed after them, because
 * its answer took longer, comes before them. What it had seen at its beginning stays before it.
 */
export function inOrderOfBeginning(turns: readonly Turn[]): readonly Turn[] {
  const ordered: Turn[] = [];
  for (const turn of turns) {
    const { began } = turn;
    const last = ordered.findLastIndex(
      (other) =>
        !began || !other.began || other.seq <= began.after || other.began.atMs <= began.atMs,
    );
    ordered.splice(last + 1, 0, turn);
  }
  return ordered;
}

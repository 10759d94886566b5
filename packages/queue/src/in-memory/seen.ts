import type { NewEntry } from "../on-store/lane-store.ts";

/** Id or alias → the end of its dedupe window, in the order of the ends. */
export type Seen = Map<string, number>;

/** Notes ids at the end; one that is there moves, because the order is that of the ends. */
export function remember(seen: Seen, ids: readonly string[], end: number): void {
  for (const id of ids) {
    seen.delete(id);
    seen.set(id, end);
  }
}

/** Drops the ids whose window is over. */
export function forget(seen: Seen, now: number): void {
  for (const [id, end] of seen) {
    if (end > now) return;
    seen.delete(id);
  }
}

/** Counts the jobs that a push would accept. */
export function countFresh(
  seen: ReadonlyMap<string, number>,
  entries: readonly NewEntry[],
): number {
  const marked = new Set<string>();
  let fresh = 0;
  for (const { id, aliases } of entries) {
    if (marked.has(id) || seen.has(id)) continue;
    fresh++;
    for (const name of [id, ...aliases]) marked.add(name);
  }
  return fresh;
}

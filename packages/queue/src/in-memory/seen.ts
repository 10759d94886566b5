import type { NewEntry } from "../lane-store.ts";

/** Id or alias → end of its dedupe window, in the order of the ends. */
export type Seen = Map<string, number>;

/** Anew for an id that is there, which keeps the order. */
export function remember(seen: Seen, ids: readonly string[], end: number): void {
  for (const id of ids) {
    seen.delete(id);
    seen.set(id, end);
  }
}

export function forget(seen: Seen, now: number): void {
  for (const [id, end] of seen) {
    if (end > now) return;
    seen.delete(id);
  }
}

/** How many a push would accept. */
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

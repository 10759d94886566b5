/** Lane → a moment in ms. */
export type Times = ReadonlyMap<string, number>;

/** Sorts lanes as Redis does: by time, then by name. */
export function byTime(times: Times): [string, number][] {
  return [...times].toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
}

export const untilNow = (times: Times, now: number): string[] =>
  byTime(times).flatMap(([lane, at]) => (at <= now ? [lane] : []));

/** Infinity when there is none. */
export function firstOf(times: Times): number {
  let first = Infinity;
  for (const at of times.values()) first = Math.min(first, at);
  return first;
}

/** How fast more of the same term counts less. */
const k1 = 1.2;
/** What a term can reach in one text. */
export const topWeight = k1 + 1;

/** How much a text is about a term that it holds `count` times. `b` says how much longer texts count less. */
export const saturated = (
  count: number,
  { length, average, b }: { readonly length: number; readonly average: number; readonly b: number },
): number => (count * topWeight) / (count + k1 * (1 - b + (b * length) / average));

/** How much a term tells that `found` of `all` texts hold. */
export const rarity = (found: number, all: number): number =>
  Math.log(1 + (all - found + 0.5) / (found + 0.5));

export function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

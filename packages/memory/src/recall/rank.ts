import { rarity } from "./bm25.ts";
import { bytesOf, postingLength, unitAt, weightAt } from "./postings.ts";
import type { Query } from "./query.ts";

/**
 * A match also counts for the messages around it: this far, and by `decay` less with every step. Turns of one sitting have
 * consecutive numbers, and between two sittings so many units stay free, so that nothing leaks from one into the other.
 */
export const reach = 4;
const decay = 0.8;
const steps = Array.from({ length: reach + 1 }, (_, distance) => decay ** distance);

export interface Scored {
  readonly unit: number;
  readonly score: number;
}

export interface Ranking {
  /** The turns to read, the best one first. */
  readonly turns: readonly number[];
  /** The messages of these turns. */
  readonly ranked: readonly Scored[];
  /** Term → how much it tells. */
  readonly values: ReadonlyMap<string, number>;
}

export interface RankOptions {
  /** How many messages there are. */
  readonly units: number;
  /** The first and the last unit that may come back. */
  readonly floor: number;
  readonly ceiling: number;
  /** How many turns to choose. */
  readonly limit: number;
  /** How much more a unit counts. @default all are alike */
  readonly boost?: ((unit: number) => number) | undefined;
}

/**
 * BM25 in which a term counts once for each place, at its nearest: its weight falls with every message in between. What
 * counts is how much of the query stands around a place, not how often.
 */
export function rank(
  query: Query,
  lists: ReadonlyMap<string, string>,
  { units, floor, ceiling, limit, boost }: RankOptions,
): Ranking {
  const size = Math.max(0, ceiling - floor + 1);
  const scores = new Float32Array(size);
  const best = new Float32Array(size);
  const values = new Map<string, number>();
  for (const [term, count] of query) {
    const list = lists.get(term) ?? "";
    const value = rarity(list.length / postingLength, units);
    values.set(term, Math.min(1, count) * value);
    const factor = count * value;
    for (const { from, to } of spread(bytesOf(list), best, floor))
      for (let at = from; at <= to; at++) {
        scores[at] = (scores[at] ?? 0) + factor * (best[at] ?? 0);
        best[at] = 0;
      }
  }
  if (boost)
    for (const [at, score] of scores.entries())
      if (score > 0) scores[at] = score * boost(floor + at);
  const scoreOf = (unit: number) =>
    unit < floor || unit > ceiling ? 0 : (scores[unit - floor] ?? 0);
  const turns = bestTurns(scoreOf, { floor, ceiling, limit });
  const ranked = turns.flatMap((n) =>
    [2 * n, 2 * n + 1].flatMap((unit) => {
      const score = scoreOf(unit);
      return score > 0 ? [{ unit, score }] : [];
    }),
  );
  return { turns, ranked, values };
}

/** Puts down how much of a term each unit has around it, and gives the stretches of those that have any. */
function spread(list: Uint8Array, best: Float32Array, floor: number) {
  const size = best.length;
  const stretches: { readonly from: number; to: number }[] = [];
  let last: { readonly from: number; to: number } | undefined;
  for (let p = 0; p + postingLength <= list.length; p += postingLength) {
    const at = unitAt(list, p) - floor;
    if (at < 0 || at >= size + reach) continue;
    const weight = weightAt(list, p);
    const from = Math.max(0, at - reach);
    const to = Math.min(size - 1, at + reach);
    if (last && from <= last.to + 1) last.to = to;
    else stretches.push((last = { from, to }));
    for (let place = from; place <= to; place++) {
      const here = weight * (steps[Math.abs(place - at)] ?? 0);
      if (here > (best[place] ?? 0)) best[place] = here;
    }
  }
  return stretches;
}

/** Chooses the turns with the best messages; of two that are alike the newer one comes first. */
function bestTurns(
  scoreOf: (unit: number) => number,
  { floor, ceiling, limit }: Pick<RankOptions, "floor" | "ceiling" | "limit">,
): readonly number[] {
  const chosen: { readonly n: number; readonly score: number }[] = [];
  for (let n = ceiling >> 1; n >= floor >> 1; n--) {
    const score = Math.max(scoreOf(2 * n), scoreOf(2 * n + 1));
    const last = chosen[limit - 1];
    if (score === 0 || (last && score <= last.score)) continue;
    const at = chosen.findIndex((other) => other.score < score);
    chosen.splice(at < 0 ? chosen.length : at, 0, { n, score });
    if (chosen.length > limit) chosen.pop();
  }
  return chosen.map(({ n }) => n);
}

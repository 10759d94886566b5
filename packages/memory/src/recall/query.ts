import { type Analyzer, isUnspaced } from "./analyzer.ts";

/** Term → how much it counts. */
export type Query = ReadonlyMap<string, number>;

/** How many terms are looked up. */
const mostTerms = 32;
const mostTermsBefore = 16;
/** How often a repeated term counts. */
const mostOften = 3;
/** How much a word counts that was only said before. */
const weightBefore = 0.25;
/** A query of so few words may mean what was said right before. Two pairs of letters are about one word. */
const shortQuery = 3;

export function parseQuery(text: string, { terms }: Analyzer): Query {
  const query = new Map<string, number>();
  for (const term of terms(text)) {
    if (query.size >= mostTerms && !query.has(term)) continue;
    query.set(term, Math.min(mostOften, (query.get(term) ?? 0) + 1));
  }
  return query;
}

export function isShort(query: Query): boolean {
  const pairs = [...query.keys()].filter((term) => isUnspaced(term)).length;
  return query.size - pairs / 2 <= shortQuery;
}

/** Adds the words of what was said before, which count less. */
export function withBefore(query: Query, before: string, { terms }: Analyzer): Query {
  const both = new Map(query);
  for (const term of terms(before)) {
    if (both.size >= query.size + mostTermsBefore) break;
    if (!both.has(term)) both.set(term, weightBefore);
  }
  return both;
}

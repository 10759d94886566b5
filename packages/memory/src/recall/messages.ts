import type { Analyzer } from "./analyzer.ts";
import { encodeNumber, weigh } from "./postings.ts";
import type { RecallTurn } from "./recall-index.ts";

/** The terms of a turn, as a store takes them. */
export interface IndexedTurn {
  /** How many of its two messages hold a term. */
  readonly units: number;
  /** Term → postings. */
  readonly lists: ReadonlyMap<string, string>;
}

/** Makes the postings of a turn. Who speaks is found by name, too. */
export function indexed(n: number, turn: RecallTurn, { terms }: Analyzer): IndexedTurn {
  const said = [...terms(turn.user)];
  if (turn.speaker && said.length > 0) said.push(...terms(turn.speaker.name));
  const lists = new Map<string, string>();
  let units = 0;
  for (const [side, words] of [said, terms(turn.assistant)].entries()) {
    if (words.length > 0) units++;
    const number = encodeNumber(2 * n + side);
    for (const [term, weight] of weigh(words))
      lists.set(term, `${lists.get(term) ?? ""}${number}${weight}`);
  }
  return { units, lists };
}

/** Puts the postings of turns behind each other. */
export function joinedLists(turns: readonly IndexedTurn[]): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const { lists } of turns)
    for (const [term, list] of lists) joined.set(term, (joined.get(term) ?? "") + list);
  return joined;
}

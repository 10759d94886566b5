import type { Analyzer } from "./analyzer.ts";
import { counted, saturated } from "./bm25.ts";
import type { Ranking, Scored } from "./rank.ts";
import type { Excerpt, RecallTurn } from "./recall-index.ts";
import { splitSentences, wordCount } from "./words.ts";

/** How much a sentence's own match counts beside that of the place it stands in. */
const ownWeight = 0.2;
const average = 5;
const b = 0.3;
/** A longer sentence is none that anybody said: it is a list or a text that was pasted. */
const longestSentence = 60;
/** What the header of a new day and the name of who speaks take, in words. */
const dayWords = 4;
const speakerWords = 1;
/** A budget counts as full when it nearly is: no shorter sentence is looked for. */
const nearlyFull = 0.97;
/** How many words there are to choose from for each one that is wanted. */
const choice = 2;

/** A turn and its number. */
export type FoundTurn = readonly [n: number, turn: RecallTurn];

interface Sentence {
  readonly unit: number;
  readonly index: number;
  readonly text: string;
  readonly words: number;
  readonly value: number;
}

const textOf = (unit: number, { user, assistant }: RecallTurn) => (unit & 1 ? assistant : user);

function sentencesOf(
  { unit, score }: Scored,
  turn: RecallTurn,
  { terms, values }: { readonly terms: Analyzer["terms"]; readonly values: Ranking["values"] },
): readonly Sentence[] {
  return splitSentences(textOf(unit, turn)).flatMap((text, index) => {
    const words = wordCount(text);
    if (words === 0 || words > longestSentence) return [];
    const all = terms(text);
    let own = 0;
    for (const [term, count] of counted(all)) {
      const value = values.get(term);
      if (value !== undefined) own += value * saturated(count, { length: all.length, average, b });
    }
    return [{ unit, index, text, words, value: score + ownWeight * own }];
  });
}

const dayOf = (atMs: number) => Math.floor(atMs / 86_400_000);

/** Takes the most valuable sentences that have room. */
function taken(
  sentences: readonly Sentence[],
  turns: ReadonlyMap<number, RecallTurn>,
  maxWords: number,
): readonly Sentence[] {
  const chosen: Sentence[] = [];
  const units = new Set<number>();
  const days = new Set<number>();
  let used = 0;
  for (const sentence of sentences) {
    const day = dayOf(turns.get(sentence.unit >> 1)?.atMs ?? 0);
    const cost =
      sentence.words +
      (units.has(sentence.unit) ? 0 : speakerWords) +
      (days.has(day) ? 0 : dayWords);
    if (used + cost > maxWords) {
      if (used > maxWords * nearlyFull) break;
      continue;
    }
    used += cost;
    units.add(sentence.unit);
    days.add(day);
    chosen.push(sentence);
  }
  return chosen;
}

/** Joins the sentences of a message in their order. */
function joined(sentences: readonly Sentence[]): string {
  const ordered = sentences.toSorted((one, other) => one.index - other.index);
  return ordered
    .map(({ text, index }, at) => {
      const previous = ordered[at - 1];
      return previous && previous.index < index - 1 ? `… ${text}` : text;
    })
    .join(" ");
}

/**
 * Cuts turns, of which the best one comes first, to the sentences that are worth their words, the oldest turn first. Takes no
 * more turns than hold enough to choose from.
 */
export async function pack(
  { ranked, values }: Pick<Ranking, "ranked" | "values">,
  bestFirst: AsyncIterable<FoundTurn>,
  { maxWords, terms }: { readonly maxWords: number; readonly terms: Analyzer["terms"] },
): Promise<readonly Excerpt[]> {
  const turns = new Map<number, RecallTurn>();
  const sentences: Sentence[] = [];
  let words = 0;
  for await (const [n, turn] of bestFirst) {
    turns.set(n, turn);
    for (const scored of ranked.filter(({ unit }) => unit >> 1 === n))
      for (const sentence of sentencesOf(scored, turn, { terms, values })) {
        sentences.push(sentence);
        words += sentence.words;
      }
    if (words >= choice * maxWords) break;
  }
  const best = sentences.toSorted(
    (x, y) => y.value - x.value || x.unit - y.unit || x.index - y.index,
  );
  const chosen = Map.groupBy(taken(best, turns, maxWords), ({ unit }) => unit);
  const scores = new Map(ranked.map(({ unit, score }) => [unit, score]));
  const numbers = [...new Set([...chosen.keys()].map((unit) => unit >> 1))];
  return numbers
    .toSorted((one, other) => one - other)
    .flatMap((n) => {
      const turn = turns.get(n);
      if (!turn) return [];
      const [said, answered] = [2 * n, 2 * n + 1];
      return [
        {
          ...turn,
          user: joined(chosen.get(said) ?? []),
          assistant: joined(chosen.get(answered) ?? []),
          score: Math.max(scores.get(said) ?? 0, scores.get(answered) ?? 0),
        },
      ];
    });
}

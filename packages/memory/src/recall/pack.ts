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

interface Sentence {
  readonly unit: number;
  readonly index: number;
  readonly text: string;
  readonly value: number;
}

const textOf = (unit: number, { user, assistant }: RecallTurn) => (unit & 1 ? assistant : user);

function sentencesOf(
  { unit, score }: Scored,
  turn: RecallTurn,
  { terms, values }: { readonly terms: Analyzer["terms"]; readonly values: Ranking["values"] },
): readonly Sentence[] {
  return splitSentences(textOf(unit, turn)).map((text, index) => {
    const all = terms(text);
    let own = 0;
    for (const [term, count] of counted(all)) {
      const value = values.get(term);
      if (value !== undefined) own += value * saturated(count, { length: all.length, average, b });
    }
    return { unit, index, text, value: score + ownWeight * own };
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
    // Few sentences are looked at before there is no more room, and in some scripts it takes long to count words.
    const words = wordCount(sentence.text);
    if (words === 0 || words > longestSentence) continue;
    const day = dayOf(turns.get(sentence.unit >> 1)?.atMs ?? 0);
    const cost =
      words + (units.has(sentence.unit) ? 0 : speakerWords) + (days.has(day) ? 0 : dayWords);
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

/** Cuts turns to the sentences that are worth their words, the oldest turn first. */
export function pack(
  { ranked, values }: Pick<Ranking, "ranked" | "values">,
  turns: ReadonlyMap<number, RecallTurn>,
  { maxWords, terms }: { readonly maxWords: number; readonly terms: Analyzer["terms"] },
): readonly Excerpt[] {
  const sentences = ranked.flatMap((scored) => {
    const turn = turns.get(scored.unit >> 1);
    return turn ? sentencesOf(scored, turn, { terms, values }) : [];
  });
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

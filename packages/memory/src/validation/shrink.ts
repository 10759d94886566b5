import { countIn, type Facts, factsOf, joined } from "./facts.ts";
import { healthMatters } from "./phrases/health.ts";
import { normalize } from "./phrases/phrases.ts";

const fewNames = 4;
const fewWords = 12;
/** An honest summary keeps at least this share of the names and numbers of the one before. */
const keptNames = 0.5;
/** It keeps fewer of the longer words, which it may replace by others. */
const keptWords = 0.35;

const clauseEnd = /[.,;:!?。，、；：！？،؛()\n]|\s(?:and|und|et|y|и|і|й|та)\s/u;

/** Whether a matter of health is told no more, neither by its name nor by what it is about. */
function forgetsHealth(text: string, facts: Facts, previous: string, said: string): boolean {
  const now = normalize(text);
  const news = normalize(said);
  const clauses = normalize(previous).split(clauseEnd);
  return clauses.some((clause, at) => {
    const matter = healthMatters.find((one) => one.test(clause));
    if (matter === undefined || matter.test(now) || matter.test(news)) return false;
    // "She" and "has" stand in other clauses, too, and tell nothing of this one.
    const elsewhere = joined(clauses.filter((_, other) => other !== at).map(factsOf));
    const about = [...factsOf(clause).words].filter((word) => !matter.test(word));
    const own = about.filter((word) => !elsewhere.words.has(word));
    const telling = own.length > 0 ? own : about;
    return telling.length === 0 || countIn(new Set(telling), facts) * 3 < telling.length;
  });
}

/** Whether a text lost most of the names, numbers and words of the summary so far, or what is dangerous to forget. */
export function isShrunk(
  text: string,
  facts: Facts,
  {
    previous,
    before,
    said,
  }: { readonly previous: string | null; readonly before: Facts; readonly said: string },
): boolean {
  if (previous === null) return false;
  const lost = (known: ReadonlySet<string>, few: number, kept: number): boolean =>
    known.size >= few && countIn(known, facts) < known.size * kept;
  return (
    lost(before.names, fewNames, keptNames) ||
    lost(before.words, fewWords, keptWords) ||
    forgetsHealth(text, facts, previous, said)
  );
}

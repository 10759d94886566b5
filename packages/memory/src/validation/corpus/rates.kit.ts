import { validateSummary } from "../validate-summary.ts";
import { sentencesOf } from "../words.ts";
import type { CorpusCase } from "./cases.kit.ts";

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

/** What became of a case: `undefined` when it is as it has to be, otherwise what went wrong. */
export function faultOf(one: CorpusCase): string | undefined {
  const result = validateSummary(one.text, {
    previous: one.previous,
    turns: one.turns,
    minWords: 200,
    maxWords: 300,
  });
  if (one.good) return result.ok ? undefined : `refused: ${result.reasons.join(", ")}`;
  if (!result.ok) return undefined;
  const allowed = lettersOf(one.allowed);
  const left = result.text
    .split("\n")
    .flatMap((line) => sentencesOf(line))
    .filter((sentence) => !allowed.includes(lettersOf(sentence)));
  return left.length === 0 && one.allowed !== ""
    ? undefined
    : `kept: ${left.join(" | ") || result.text}`;
}

/** A line for each language or kind: how many cases are as they have to be. */
export function ratesTable(cases: readonly CorpusCase[], by: "language" | "kind"): string {
  const counts = new Map<
    string,
    { good: number; goodRefused: number; bad: number; badKept: number }
  >();
  for (const one of cases) {
    const count = counts.get(one[by]) ?? { good: 0, goodRefused: 0, bad: 0, badKept: 0 };
    const wrong = faultOf(one) === undefined ? 0 : 1;
    if (one.good)
      Object.assign(count, { good: count.good + 1, goodRefused: count.goodRefused + wrong });
    else Object.assign(count, { bad: count.bad + 1, badKept: count.badKept + wrong });
    counts.set(one[by], count);
  }
  return [...counts]
    .map(
      ([name, { good, goodRefused, bad, badKept }]) =>
        `${name.padEnd(24)} bad refused ${bad - badKept} of ${bad}, good refused ${goodRefused} of ${good}`,
    )
    .join("\n");
}

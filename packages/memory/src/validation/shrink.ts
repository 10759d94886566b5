import { sentencesOf, wordsOf } from "./words.ts";

const proper = /(?<=[\p{L}\p{N},;:)]\s)\p{Lu}[\p{L}'’-]+/gu;
const number = /\p{N}+/gu;
const fewFacts = 4;
const shortBelow = 0.4;
const worthChecking = 60;

/** Gives the names, dates and numbers of a text; where it has hardly any, its longer words. */
function factsOf(text: string): ReadonlySet<string> {
  const names = sentencesOf(text).flatMap((sentence) => sentence.match(proper) ?? []);
  const facts = new Set(
    [...names, ...(text.match(number) ?? [])].map((fact) => fact.toLowerCase()),
  );
  if (facts.size >= fewFacts) return facts;
  return new Set(
    wordsOf(text).filter((word) => word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 5)),
  );
}

/** Whether a text is much shorter than the summary so far, and without most of what that one knew. */
export function isShrunk(text: string, previous: string | null): boolean {
  if (previous === null) return false;
  const before = wordsOf(previous).length;
  if (before < worthChecking || wordsOf(text).length >= before * shortBelow) return false;
  const facts = [...factsOf(previous)];
  const now = text.toLowerCase();
  return facts.filter((fact) => now.includes(fact)).length < facts.length / 2;
}

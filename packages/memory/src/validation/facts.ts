import { normalize } from "./phrases/phrases.ts";
import { sentencesOf, wordsOf } from "./words.ts";

/** What a text tells, in a form in which two texts can be compared. */
export interface Facts {
  /** Names and numbers of two digits or more. */
  readonly names: ReadonlySet<string>;
  /** The beginnings of longer words; of scripts without spaces, two letters in a row. */
  readonly words: ReadonlySet<string>;
}

/** A capital is looked for first, because there are few of them. */
const proper = /(?=\p{Lu})(?<![\p{L}\p{N}])(?<=[\p{L}\p{N},;:)«»"“(]\s*[«"“(]?)\p{Lu}[\p{L}'’-]+/gu;
const number = /\p{N}{2,}/gu;
const pairs = /[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu;
const arabicPrefix = /^(?:[وفبكل]?ال|لل|[وفبكل](?=\p{L}{4}))/u;
const shortest = 4;

/** Gives the beginning of a word, which its forms have in common: "allergic" and "allergy", "Казани" and "Казань". */
function stem(word: string): string {
  const bare = /\p{Script=Arabic}/u.test(word) ? word.replace(arabicPrefix, "") : word;
  if (bare.length <= shortest) return bare;
  return bare.slice(0, bare.length === shortest + 1 ? shortest : shortest + 1);
}

function pairsOf(text: string): readonly string[] {
  return (text.match(pairs) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
}

/** Gives what a text tells. Words of a script without spaces are pairs of letters, because those need no dictionary. */
export function factsOf(text: string): Facts {
  const normal = normalize(text);
  const names = sentencesOf(text.normalize("NFKC"))
    .flatMap((sentence) => sentence.match(proper) ?? [])
    .map((name) => stem(normalize(name)));
  const numbers = text.normalize("NFKC").match(number) ?? [];
  const words = wordsOf(normal)
    .filter((word) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{N}]/u.test(word))
    .map(stem)
    .filter(
      (word) => word.length >= (/\p{Script=Arabic}|\p{Script=Hangul}/u.test(word) ? 3 : shortest),
    );
  return { names: new Set([...names, ...numbers]), words: new Set([...words, ...pairsOf(normal)]) };
}

/** Joins what several texts tell. */
export function joined(all: readonly Facts[]): Facts {
  return {
    names: new Set(all.flatMap(({ names }) => [...names])),
    words: new Set(all.flatMap(({ words }) => [...words])),
  };
}

const has = (facts: Facts, fact: string): boolean => facts.names.has(fact) || facts.words.has(fact);

/** Counts how many of some facts another text tells, too. */
export const countIn = (facts: ReadonlySet<string>, known: Facts): number =>
  [...facts].filter((fact) => has(known, fact)).length;

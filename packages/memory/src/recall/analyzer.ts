import { MemoryError } from "../errors.ts";
import { fold, isAscii } from "./fold.ts";
import { stemLight } from "./stem-light.ts";
import { commonStopWords } from "./stop-words.ts";

/** What makes terms of a text. The same one has to write an index and to search it. */
export interface Analyzer {
  /**
   * The name of what it does, which is kept with every index: under another name, the index is built anew from its texts.
   * Change it whenever the same text would give other terms.
   */
  readonly name: string;
  /** Gives the terms of a text, in their order. */
  readonly terms: (text: string) => readonly string[];
}

/** What an analyzer does with words. */
export interface AnalyzerOptions {
  readonly name: string;
  /** Cuts a folded word to what its forms have in common. @default the plural s off, then the first five letters */
  readonly stem?: (word: string) => string;
  /** Folded words that say nothing of what is meant. @default function and question words of nine languages */
  readonly stopWords?: ReadonlySet<string>;
}

const runs = /[\p{L}\p{N}\p{M}]+/gu;
const asciiWords = /[a-z\d]+/g;
/** Scripts without spaces, and Hangul, whose words carry their particles. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+`;
const unspacedRuns = new RegExp(unspaced, "gu");
const hasUnspaced = new RegExp(unspaced, "u");
const number = /\p{N}/u;

/** Whether a text holds letters of a script without spaces. */
export const isUnspaced = (text: string): boolean => hasUnspaced.test(text);

const longestTerm = 24;
/** Stems are kept, because most words come again and again. */
const mostStems = 50_000;

/** Makes an analyzer for texts in any language, also of several at once. Throws `invalid_argument` without a name. */
export function analyzer({
  name,
  stem = stemLight,
  stopWords = commonStopWords,
}: AnalyzerOptions): Analyzer {
  if (typeof name !== "string" || !/^[\w.-]{1,64}$/u.test(name))
    throw new MemoryError(
      "invalid_argument",
      `Expected the \`name\` of an analyzer to be 1 to 64 letters, digits or any of \`_.-\`, got \`${name}\`.`,
    );
  const stems = new Map<string, string | null>();

  function termOf(word: string): string | null {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const isLetter = word.length === 1 && !number.test(word);
    const term = isLetter || stopWords.has(word) ? null : stem(word).slice(0, longestTerm);
    if (stems.size >= mostStems) stems.clear();
    stems.set(word, term);
    return term;
  }

  /** Letters are read in pairs: that is as good as words, and needs no dictionary. */
  function* pairsOf(run: string): Generator<string> {
    const letters = Array.from(run);
    if (letters.length === 1) yield run;
    for (let at = 1; at < letters.length; at++) {
      const pair = `${letters[at - 1]}${letters[at]}`;
      if (!stopWords.has(pair)) yield pair;
    }
  }

  return {
    name,
    terms: (text) => {
      const terms: string[] = [];
      const add = (word: string) => {
        const term = word === "" ? null : termOf(word);
        if (term !== null && term !== "") terms.push(term);
      };
      const folded = fold(text);
      if (isAscii(folded)) {
        for (const word of folded.match(asciiWords) ?? []) add(word);
        return terms;
      }
      for (const [run] of folded.matchAll(runs)) {
        if (!isUnspaced(run)) {
          add(run);
          continue;
        }
        for (const [part] of run.matchAll(unspacedRuns)) terms.push(...pairsOf(part));
        for (const rest of run.split(unspacedRuns)) add(rest);
      }
      return terms;
    },
  };
}

/** Takes any language: the first five letters of a word, without function words; pairs of letters where there are no spaces. */
export const lightAnalyzer = (): Analyzer => analyzer({ name: "light-1" });

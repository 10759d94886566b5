import { anywhere, normalize } from "./phrases/phrases.ts";
import { userWords } from "./phrases/labels.ts";
import { countIn, type Facts, factsOf } from "./facts.ts";

/** Fewer names than this tell nobody apart. */
const fewNames = 3;
const fewWords = 6;
const severalWords = 8;
/** This share of the words is known in a text without a known name, when it is about the same person. */
const nameless = 0.35;
/** Common words alone make up this share. */
const common = 0.1;
/** This share of the names and numbers may be known by chance: months, languages, years. */
const byChance = 0.2;

const namesNobody = anywhere(userWords);

/** Whether a text is about somebody else: no name or number and hardly a word of it stands in what is known. */
export function isUnrelated(text: string, known: Facts): boolean {
  if (known.words.size === 0) return false;
  const { names, words } = factsOf(text);
  const share = words.size === 0 ? 1 : countIn(words, known) / words.size;
  const named = countIn(names, known);
  if (names.size >= fewNames && words.size >= fewWords && named < names.size * byChance)
    return share < nameless;
  if (named > 0 || words.size < fewWords) return false;
  // "The user enjoys various topics" is said of nobody.
  if (namesNobody.test(normalize(text))) return share < nameless;
  return words.size >= severalWords && share < common;
}

/** Where fewer words than this are known, a sentence may well have none of them. */
const muchKnown = 30;
const strangeNames = 2;
const strangeWords = 4;
/** This many words in scripts without capital letters tell of somebody as surely as two names do. */
const manyWords = 6;
const manyPairs = 8;
/** This share of the words of a sentence may be known by chance. */
const knownByChance = 0.15;

/** Whether most of a text is known: then a sentence of which nothing is stands out. */
export function isFamiliar(text: string, known: Facts): boolean {
  const { words } = factsOf(text);
  return countIn(words, known) >= words.size * nameless;
}

/** Whether one sentence tells of somebody of whom nothing is known: its names are new, and so is what it says. */
export function isStrange(sentence: string, known: Facts): boolean {
  if (known.words.size < muchKnown) return false;
  const { names, words } = factsOf(sentence);
  if (countIn(names, known) > 0) return false;
  if (countIn(words, known) > words.size * knownByChance) return false;
  if (/\p{Script=Arabic}/u.test(sentence)) return words.size >= manyWords;
  if (/[\p{Script=Han}\p{Script=Katakana}]/u.test(sentence)) return words.size >= manyPairs;
  if (names.size >= strangeNames) return words.size >= strangeWords;
  return names.size > 0 && words.size >= manyWords && countIn(words, known) === 0;
}

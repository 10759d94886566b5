import { anywhere, normalize } from "./phrases/phrases.ts";
import { userWords } from "./phrases/labels.ts";
import { countIn, type Facts } from "./facts.ts";

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
export function isUnrelated(text: string, { names, words }: Facts, known: Facts): boolean {
  if (known.words.size === 0) return false;
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
/** A sentence of fewer pairs than this has many that stand across two words, which nobody says: one word that was said is enough. */
const plentyPairs = 12;
/** A long sentence may be the first that tells of something where fewer words than this are known. */
const enoughKnown = 12;
/** A sentence that tells so much, and nothing that was said, is about something else, whatever its words are. */
const muchTold = 10;
const muchToldInPairs = 16;
/** This share of the words of a sentence may be known by chance. */
const knownByChance = 0.15;

/** Whether most of a text is known: then a sentence of which nothing is stands out. */
export function isFamiliar({ words }: Facts, known: Facts): boolean {
  return countIn(words, known) >= words.size * nameless;
}

/**
 * Pairs that two texts have in common by chance: those with a letter that only joins words, and words that are said of
 * everybody.
 */
const commonPair =
  /[一个的了是在和与对把被就也很都不有这那之其叫他她它们每来去上下中要会说人年]|喜欢|工作|生活|时间|时候|现在|自己|朋友|家人|孩子|喜歡|仕事|毎日|自分|時間|友人|家族|会社|最近|予定|今日/u;

/** Whether a pair of letters was said that hardly stands in two texts by chance. */
const hasRarePair = (pairs: ReadonlySet<string>, known: Facts): boolean =>
  [...pairs].some((pair) => known.words.has(pair) && !commonPair.test(pair));

const inPairs = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** Whether a sentence is long, and no name, number or word in it was said. */
function tellsNothingKnown(sentence: string, { names, words }: Facts, known: Facts): boolean {
  const all = new Set([...names, ...words]);
  const much = inPairs.test(sentence) ? muchToldInPairs : muchTold;
  return known.words.size >= enoughKnown && all.size >= much && countIn(all, known) === 0;
}

/** Whether one sentence tells of somebody or something of which nothing is known. */
export function isStrange(sentence: string, { names, words }: Facts, known: Facts): boolean {
  if (tellsNothingKnown(sentence, { names, words }, known)) return true;
  if (known.words.size < muchKnown) return false;
  if (countIn(names, known) > 0) return false;
  if (countIn(words, known) > words.size * knownByChance) return false;
  if (/\p{Script=Arabic}/u.test(sentence)) return words.size >= manyWords;
  if (inPairs.test(sentence))
    return words.size >= manyPairs && !(words.size < plentyPairs && hasRarePair(words, known));
  if (names.size >= strangeNames) return words.size >= strangeWords;
  return names.size > 0 && words.size >= manyWords && countIn(words, known) === 0;
}

import { countWords, sentencesOf } from "../validation/words.ts";

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Counts words as a reader does: by spaces where there are any, which is far cheaper than to segment all of it. */
export function wordCount(text: string): number {
  return unspaced.test(text) ? countWords(text) : (text.match(/\S+/gu)?.length ?? 0);
}

/** What one message may hold to be cut into sentences: segmenting is slow for very long texts. */
const longestText = 20_000;

/** Gives the sentences of a message; a line ends one. */
export const splitSentences = (text: string): readonly string[] =>
  text
    .slice(0, longestText)
    .split(/\n+/u)
    .flatMap(sentencesOf)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

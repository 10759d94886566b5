const words = new Intl.Segmenter("und", { granularity: "word" });
const sentences = new Intl.Segmenter("und", { granularity: "sentence" });

// One segmenter over one long text is quadratic in some engines: a runaway answer would stall the process.
const pieceLength = 2_000;
const breaks = /[\s。！？、，]/u;

function* pieces(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    let to = Math.min(text.length, from + pieceLength);
    if (to < text.length) {
      let at = to;
      while (at > from && !breaks.test(text.charAt(at - 1))) at--;
      if (at > from) to = at;
    }
    yield text.slice(from, to);
    from = to;
  }
}

/** Letters of Latin and Cyrillic, whose words are the same for an expression, which is ten times as fast. */
const letter = String.raw`A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0400-\u0481\u048A-\u052F`;
/** Those, digits, and signs that only part words, or join them between two letters or digits. */
const plain = new RegExp(
  String.raw`^[\0-\x5E\x60-\xA9\xAB\xAC\xAE-\xB1\xBB\xBF${letter}\u2010-\u2017\u201A-\u2023\u2026]*$`,
);
const plainWord = new RegExp(
  String.raw`[${letter}\d]+(?:(?:(?<=[${letter}])['.:](?=[${letter}])|(?<=\d)['.,;](?=\d))[${letter}\d]+)*`,
  "g",
);

/** Gives the words of a text in lower case, in any script: Chinese, Japanese and Thai have no spaces between theirs. */
export function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower.match(plainWord) ?? [];
  const found: string[] = [];
  for (const piece of pieces(lower)) {
    for (const { isWordLike, segment } of words.segment(piece)) if (isWordLike) found.push(segment);
  }
  return found;
}

export const countWords = (text: string): number => wordsOf(text).length;

/**
 * Gives the sentences of a text with what stands between them: joined, they are the text. It is slow for very long
 * texts.
 */
export const sentencesOf = (text: string): readonly string[] =>
  Array.from(sentences.segment(text), ({ segment }) => segment);

function firstWords(text: string, max: number): string {
  let count = 0;
  let from = 0;
  for (const piece of pieces(text)) {
    for (const { isWordLike, index } of words.segment(piece)) {
      if (isWordLike && ++count > max) return text.slice(0, from + index).trimEnd();
    }
    from += piece.length;
  }
  return text;
}

/** Cuts a text to `max` words at a sentence, or at a word when the first sentence alone is longer. */
export function cutAtSentence(text: string, max: number): string {
  let kept = "";
  let count = 0;
  for (const sentence of sentencesOf(text)) {
    count += countWords(sentence);
    if (count > max) break;
    kept += sentence;
  }
  return kept.trim() === "" ? firstWords(text, max) : kept.trimEnd();
}

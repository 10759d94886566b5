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

/** Gives the words of a text in lower case, in any script: Chinese, Japanese and Thai have no spaces between theirs. */
export function wordsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const piece of pieces(text.toLowerCase())) {
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

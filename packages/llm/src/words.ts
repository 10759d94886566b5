const segmenter = new Intl.Segmenter("und", { granularity: "word" });

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

/** Counts words in any script: Chinese, Japanese and Thai have no spaces between theirs. Stops one past `limit`. */
export function countWords(text: string, limit = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (const piece of pieces(text)) {
    for (const { isWordLike } of segmenter.segment(piece)) {
      if (!isWordLike) continue;
      count++;
      if (count > limit) return count;
    }
  }
  return count;
}

/** Gives the first `max` words of one line, as written; `…` marks a cut. */
export function firstWords(text: string, max: number): string {
  let words = 0;
  for (const { isWordLike, index } of segmenter.segment(text.slice(0, pieceLength))) {
    if (!isWordLike) continue;
    words++;
    if (words > max) return `${text.slice(0, index).trimEnd()}…`;
  }
  return text.length > pieceLength ? `${text.slice(0, pieceLength).trimEnd()}…` : text;
}

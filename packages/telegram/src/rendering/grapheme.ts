const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * The last place up to `at` that lies in no character as a reader sees it: a family, a flag, a letter with its accents. One that
 * is as long as the whole text before is cut between two code points all the same.
 */
export function graphemeBorder(text: string, at: number): number {
  if (at >= text.length) return text.length;
  // Whether a place is a border is decided by what stands before it, and by the one code point after it.
  const border = segments.segment(text.slice(0, at + 2)).containing(at)?.index ?? at;
  if (border > 0) return border;
  const isHigh = /[\uD800-\uDBFF]/.test(text[at - 1] ?? "");
  const isLow = /[\uDC00-\uDFFF]/.test(text[at] ?? "");
  return isHigh && isLow ? at - 1 : at;
}

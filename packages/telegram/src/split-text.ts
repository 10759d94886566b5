/** Telegram's limit of one message, in UTF-16 units: the `length` of a string. */
export const maxTextLength = 4_096;

/**
 * Cuts a text into messages, at the last paragraph, line or word that fits, else in the middle of one. White space
 * around a cut is dropped, nothing else; no part is empty or ends in half a character. White space alone gives no part.
 */
export function splitText(text: string, limit = maxTextLength): string[] {
  if (limit < 2) throw new RangeError(`Expected \`limit\` to be at least 2, got \`${limit}\`.`);
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const at = cutAt(rest, limit);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}

function cutAt(text: string, limit: number): number {
  // A break in the first half would leave a short part for no reason.
  const half = limit / 2;
  for (const border of ["\n\n", "\n", " "]) {
    const at = text.lastIndexOf(border, limit);
    if (at > half) return at;
  }
  const isHigh = /[\uD800-\uDBFF]/.test(text[limit - 1] ?? "");
  const isLow = /[\uDC00-\uDFFF]/.test(text[limit] ?? "");
  return isHigh && isLow ? limit - 1 : limit;
}

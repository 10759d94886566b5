/** The first `maxChars` UTF-16 units of a text, or one less: a surrogate pair is never cut in half. */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  return text.slice(
    0,
    /[\uD800-\uDBFF]/u.test(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars,
  );
}

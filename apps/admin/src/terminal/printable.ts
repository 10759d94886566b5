/**
 * Writes control characters as JSON does, but for line breaks and tabs: what people wrote must not steer the terminal of an
 * operator. A value in JSON stays the same by it.
 */
export const printable = (text: string): string =>
  text.replaceAll(
    /[^\P{Cc}\n\t]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

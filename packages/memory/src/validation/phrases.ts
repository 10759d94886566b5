/** One regular expression out of a list with a phrase a line, so that a change of the list is a change of one line. */
export const anyOf = (phrases: readonly RegExp[]): string =>
  `(?:${phrases.map(({ source }) => source).join("|")})`;

/** Matches where a text begins with one of the phrases, whatever punctuation stands before it. Case does not count. */
export const beginsWith = (phrases: readonly RegExp[]): RegExp =>
  new RegExp(String.raw`^[^\p{L}\p{N}]*${anyOf(phrases)}`, "iu");

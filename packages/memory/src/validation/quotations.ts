const typographic =
  /“[^”\n]{1,400}”|„[^“”\n]{1,400}[“”]|«[^»\n]{1,400}»|»[^«»\n]{1,400}«|「[^」\n]{1,400}」|『[^』\n]{1,400}』/gu;
const straight = /"[^"\n]{1,400}"/gu;
/** Marks that are also apostrophes, or rare: what stands in them counts as a quotation only when somebody said it. */
const other =
  /”[^”\n]{1,400}”|＂[^＂\n]{1,400}＂|‹[^›\n]{1,400}›|›[^‹›\n]{1,400}‹|(?<![\p{L}\p{N}])(?:['‘’‚])[^\n]{1,400}?['‘’](?![\p{L}\p{N}])/gu;
const any = new RegExp([typographic, straight, other].map(({ source }) => source).join("|"), "gu");

/** More quotations than this in one line are no summary, and a rule that reads each of them would take long. */
const mostQuotations = 40;

const blank = (quoted: string): string => " ".repeat(quoted.length);

/** Gives a text of the same length with blanks in place of what stands in typographic quotation marks. */
export const withoutTypographicQuotations = (text: string): string =>
  text.replace(typographic, blank);

/**
 * Gives a text of the same length with blanks in place of quotations: words of somebody else. A line that is nothing but
 * a quotation is nobody's and stays; a date before it says whose it is.
 */
export function withoutQuotations(text: string): string {
  const bare = withoutTypographicQuotations(text).replace(straight, blank);
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text;
}

/** Where words in quotation marks of any style stand in a line. */
export interface QuotedWords {
  readonly words: string;
  readonly from: number;
  readonly to: number;
  /** The line, as long as it is, with blanks in place of all that is quoted in it. */
  readonly bare: string;
}

/** Gives what a line quotes, with the marks left out of the words. */
export function quotationsIn(line: string): readonly QuotedWords[] {
  const bare = line.replace(any, blank);
  if (bare === line) return [];
  return Array.from(line.matchAll(any))
    .slice(0, mostQuotations)
    .map(({ 0: quoted, index }) => ({
      words: quoted.slice(1, -1),
      from: index,
      to: index + quoted.length,
      bare,
    }));
}

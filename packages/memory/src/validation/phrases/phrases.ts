/** The languages that have phrases of their own. What servers and templates say stands under `any`. */
type PhraseLanguage =
  | "any"
  | "en"
  | "ru"
  | "uk"
  | "es"
  | "pt"
  | "it"
  | "de"
  | "fr"
  | "ar"
  | "zh"
  | "ja"
  | "ko";

/** Regular expressions a phrase a line, so that a change of the list is a change of one line. */
export type Phrases = Readonly<Partial<Record<PhraseLanguage, readonly RegExp[]>>>;

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
const vowelSigns = /\u0640|[\u{64B}-\u{652}]/gu;

/** Spellings that people mix, made one: the forms of the Arabic alif and ya, and the Russian io. */
const sameLetters = (text: string): string =>
  text.replace(/[أإآ]/gu, "ا").replace(/ى/gu, "ي").replace(/ё/gu, "е");

/** Quotation marks of printers, made those of a typewriter. */
const typed = (text: string): string => text.replace(/[“”„]/gu, '"');

const wide = /[^\0-\xFF]/;
/**
 * Gives a text as V8 keeps one that never had a wide letter: of what is left of one that had, it keeps two bytes a letter,
 * and there expressions with letters of all scripts take five times as long. Only what is read anew is kept anew.
 */
export function narrow(text: string): string {
  if (wide.test(text)) return text;
  const read: unknown = JSON.parse(JSON.stringify(text));
  return typeof read === "string" ? read : text;
}

/** Gives a text in the spelling that phrases are written in: lower case, one kind of apostrophe, nothing invisible. */
export function normalize(text: string): string {
  if (!wide.test(text)) return written(text);
  return narrow(sameLetters(typed(written(text))));
}

const written = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(invisible, "")
    .replace(vowelSigns, "")
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/[*_~]/gu, "")
    .replace(/\s{2,}|[^\S ]/gu, " ");

const withoutSpaces: ReadonlySet<string> = new Set(["zh", "ja", "ko"]);

/** How a language sets words apart, and thereby where a phrase may begin and end. */
type Spacing = "spaced" | "prefixed" | "unspaced";

function spacingOf(language: string): Spacing {
  if (withoutSpaces.has(language)) return "unspaced";
  return language === "ar" ? "prefixed" : "spaced";
}

function bounded(spacing: Spacing, source: string): string {
  if (spacing === "unspaced") return source;
  const begin = String.raw`(?:(?<![\p{L}\p{N}])|(?=[^\p{L}\p{N}]))`;
  // Arabic writes "and" and "so" as the first letter of the next word, and pronouns as the last ones of a word.
  if (spacing === "prefixed") return String.raw`${begin}[وف]?${source}`;
  return String.raw`${begin}${source}(?:(?<![\p{L}\p{N}])|(?![\p{L}\p{N}]))`;
}

/**
 * Gives the source of one regular expression that matches any of the phrases as whole words. Languages that set words
 * apart in the same way stand in one group: where a word begins is looked up once, and not once a language.
 */
export function sourceOf(phrases: Phrases): string {
  const groups = Map.groupBy(Object.entries(phrases), ([language]) => spacingOf(language));
  const all = Array.from(groups, ([spacing, languages]) => {
    const sources = languages.flatMap(([, list]) =>
      list.map(({ source }) => typed(sameLetters(source))),
    );
    return bounded(spacing, `(?:${sources.join("|")})`);
  });
  return `(?:${all.join("|")})`;
}

/** Matches a normalized text that holds one of the phrases. */
export const anywhere = (phrases: Phrases): RegExp => new RegExp(sourceOf(phrases), "u");

/** Matches a normalized text that begins with one of the phrases, whatever punctuation stands before it. */
export const atStart = (phrases: Phrases): RegExp =>
  new RegExp(String.raw`^[^\p{L}\p{N}<[{]*${sourceOf(phrases)}`, "u");

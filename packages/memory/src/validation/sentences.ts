import { normalize } from "./phrases/phrases.ts";
import { sentencesOf } from "./words.ts";

/** A sentence, as it stands in a text and as rules read it. */
export interface Sentence {
  /** The sentence with what follows it: all sentences joined are the text. */
  readonly text: string;
  /** The text without what stands in quotation marks: words of somebody else. */
  readonly unquoted: string;
  readonly normal: string;
  /** The normalized sentence without what stands in quotation marks. */
  readonly normalUnquoted: string;
  /** The sentence from each place on where a clause begins, also within a quotation that is not dated. */
  readonly clauses: readonly string[];
  /** The clauses that begin outside of quotations. */
  readonly unquotedClauses: readonly string[];
}

const typographic =
  /“[^”\n]{1,400}”|„[^“”\n]{1,400}[“”]|«[^»\n]{1,400}»|»[^«»\n]{1,400}«|「[^」\n]{1,400}」|『[^』\n]{1,400}』/gu;
const straight = /"[^"\n]{1,400}"/gu;

const blank = (quoted: string): string => " ".repeat(quoted.length);

/** Gives a text of the same length with blanks in place of what stands in typographic quotation marks. */
export const withoutTypographicQuotations = (text: string): string =>
  text.replace(typographic, blank);

/**
 * Gives a text of the same length with blanks in place of quotations: words of somebody else. A line that is nothing but
 * a quotation is nobody's and stays; a date before it says whose it is.
 */
function withoutQuotations(text: string): string {
  const bare = withoutTypographicQuotations(text).replace(straight, blank);
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text;
}

// Between words, Unicode ends no sentence at a full stop that a small letter follows.
const missedEnd = /(?<=[\p{L}\p{N}]{3}[.!?]["»”)]?)\s+(?=\S)/u;
/** A first part that ends in a colon may be a preamble with the summary behind it. */
const leadIn = /^([^:：\n]{3,120}[:：]\s*)(?=\S)/u;

/** No sentence ends within a link: what no blank follows belongs to what comes next. */
function whole(line: string): readonly string[] {
  const found: string[] = [];
  for (const part of sentencesOf(line)) {
    const opened = found.at(-1)?.match(/[[【(（「『“«]\s*$/u)?.[0] ?? "";
    if (opened !== "") {
      // A bracket that opens belongs to what it brackets.
      const last = found.pop() ?? "";
      found.push(last.slice(0, -opened.length), opened + part);
      continue;
    }
    const before = found.at(-1);
    if (before !== undefined && /[\p{L}\p{N}/][.?!]$/u.test(before) && /^[a-z\d]/iu.test(part))
      found[found.length - 1] = before + part;
    else found.push(part);
  }
  return found;
}

/** Longer than any sentence of a summary: rules that look ahead would cost seconds on a text without an end. */
const longest = 400;

function bounded(sentence: string): readonly string[] {
  if (sentence.length <= longest) return [sentence];
  const comma = Math.max(
    ...[" ", ",", "，", "、"].map((end) => sentence.lastIndexOf(end, longest - 1)),
  );
  const end = comma > longest / 2 ? comma + 1 : longest;
  const pieces: string[] = [sentence.slice(0, end)];
  for (let from = end; from < sentence.length; from += longest)
    pieces.push(sentence.slice(from, from + longest));
  return pieces;
}

function split(line: string, isLeadIn: (text: string) => boolean): readonly string[] {
  return whole(line)
    .flatMap(bounded)
    .flatMap((sentence) => {
      const parts: string[] = [];
      let rest = sentence;
      for (let end = missedEnd.exec(rest); end !== null; end = missedEnd.exec(rest)) {
        const cut = end.index + end[0].length;
        parts.push(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      parts.push(rest);
      return parts.flatMap((part) => {
        const head = leadIn.exec(part)?.[1];
        return head !== undefined && isLeadIn(head) ? [head, part.slice(head.length)] : [part];
      });
    });
}

const lead = /^(?:[^\p{L}\p{N}<[{]|\d+[.)]\s|\d{4}-\d\d-\d\d:?)+/u;
const clauseEnd =
  /[.!?;:。！？；：…•|(（]|\s[-–—]\s|,\s(?=but |sino |aber |mais |но |але |但|不过)/gu;
const mostClauses = 40;

function clausesOf(normal: string): readonly string[] {
  const places = [
    0,
    ...Array.from(normal.matchAll(clauseEnd), ({ index, 0: end }) => index + end.length),
  ];
  return places
    .slice(0, mostClauses)
    .map((place) => normal.slice(place, place + 400).replace(lead, ""))
    .filter((clause) => clause !== "");
}

/** Gives the sentences of a text; what `isLeadIn` knows as a preamble is one of its own. */
export function readSentences(
  text: string,
  isLeadIn: (text: string) => boolean,
): readonly Sentence[] {
  return text.split(/(?<=\n)/u).flatMap((line) => {
    const masked = withoutQuotations(line);
    let from = 0;
    return split(line, isLeadIn).map((part) => {
      const unquoted = masked.slice(from, from + part.length);
      from += part.length;
      const normal = normalize(part).trim();
      const normalUnquoted = normalize(unquoted).trim();
      return {
        text: part,
        unquoted,
        normal,
        normalUnquoted,
        clauses: clausesOf(/\p{L}/u.test(unquoted) ? normal : normalUnquoted),
        unquotedClauses: clausesOf(normalUnquoted),
      };
    });
  });
}

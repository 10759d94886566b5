import { narrow, normalize } from "./phrases/phrases.ts";
import { quotationsIn, withoutQuotations } from "./quotations.ts";
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
  /** The same as it was written, but with a small first letter: what is capital then is a name. "You-Tube" is no "you". */
  readonly unquotedCased: string;
  /** The sentence from each place on where a clause begins, also within a quotation that is not dated. */
  readonly clauses: readonly string[];
  /** The clauses that begin outside of quotations. */
  readonly unquotedClauses: readonly string[];
  /** What it quotes, in the order it stands. */
  readonly quotations: readonly Quotation[];
}

/** Words in quotation marks, of which a part stands in a sentence. */
export interface Quotation {
  readonly words: string;
  /** What stands outside of quotation marks in all sentences that the quotation reaches into. */
  readonly around: string;
  /** Where the part within the sentence begins and ends, with its marks. */
  readonly from: number;
  readonly to: number;
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

const smallFirst = (text: string): string =>
  narrow(
    text
      // The long alif stays: with it, the Arabic "I" is the name Anna.
      .replace(/[أإ]/gu, "ا")
      .replace(/[’ʼ]/gu, "'")
      .replace(/\p{L}+(?=-\p{L})/gu, "")
      .replace(
        /^([^\p{L}]*)(?!I[ '])(\p{Lu})/u,
        (_, before: string, letter: string) => before + letter.toLowerCase(),
      ),
  );

type Reading = Omit<Sentence, "quotations">;

function read(text: string, shown: string, unquoted: string): Reading {
  const normal = normalize(shown).trim();
  const normalUnquoted = normalize(unquoted).trim();
  return {
    text,
    unquoted,
    normal,
    normalUnquoted,
    unquotedCased: smallFirst(unquoted),
    clauses: clausesOf(/\p{L}/u.test(unquoted) ? normal : normalUnquoted),
    unquotedClauses: clausesOf(normalUnquoted),
  };
}

/** Gives a sentence as rules read it that see some of its quotations as blanks. */
export function without(sentence: Sentence, quotations: readonly Quotation[]): Sentence {
  const hide = (text: string): string =>
    quotations.reduce(
      (shown, { from, to }) => shown.slice(0, from) + " ".repeat(to - from) + shown.slice(to),
      text,
    );
  const { text, unquoted } = sentence;
  return { ...read(text, hide(text), hide(unquoted)), quotations: [] };
}

/** Gives the sentences of a text; what `isLeadIn` knows as a preamble is one of its own. */
export function readSentences(
  text: string,
  isLeadIn: (text: string) => boolean,
): readonly Sentence[] {
  return text.split(/(?<=\n)/u).flatMap((line) => {
    const masked = withoutQuotations(line);
    const quoted = quotationsIn(line);
    let to = 0;
    const parts = split(line, isLeadIn).map((part) => {
      const from = to;
      to += part.length;
      return { part, from, to };
    });
    return parts.map(({ part, from, to: end }) => ({
      ...read(part, part, masked.slice(from, end)),
      quotations: quoted
        .filter((quotation) => quotation.from < end && quotation.to > from)
        .map((quotation) => {
          const reached = parts.filter((one) => one.from < quotation.to && one.to > quotation.from);
          return {
            words: quotation.words,
            around: quotation.bare.slice(reached.at(0)?.from, reached.at(-1)?.to),
            from: Math.max(0, quotation.from - from),
            to: Math.min(end, quotation.to) - from,
          };
        }),
    }));
  });
}

import { anywhere, normalize } from "./phrases/phrases.ts";
import { restraintTerms } from "./phrases/terms.ts";
import type { Quotation } from "./sentences.ts";
import { countWords } from "./words.ts";

/** What was said, in a form in which words can be looked up whatever their case, their spaces and their marks. */
export type Verbatim = string;

const namesRestraint = anywhere(restraintTerms);
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A single word before a quotation is a label, and tells of nothing. */
const fewWords = 2;
/** Fewer words than this that name a rule are the title of one: "New rule: …". */
const severalWords = 4;
/** Fewer quoted words than this are a name for something and no saying: "developer mode". */
const saying = 3;

const bare = (text: string): string =>
  normalize(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Prepares what was said, so that quotations can be held against it. */
export const verbatimOf = (said: string): Verbatim => ` ${bare(said)} `;

function isSaid(words: string, said: Verbatim): boolean {
  const own = bare(words);
  if (own === "") return false;
  return said.includes(withoutSpaces.test(own) ? own : ` ${own} `);
}

/** Whether a sentence tells in words of its own of a saying that the person quoted or spoke, word for word. */
export function isToldOf({ words, around }: Quotation, said: Verbatim): boolean {
  const count = countWords(around);
  if (count < fewWords || (count < severalWords && namesRestraint.test(normalize(around))))
    return false;
  return countWords(words) >= saying && isSaid(words, said);
}

import { failureTerms, partTerms } from "./phrases/failures.ts";
import { makingTerms } from "./phrases/making.ts";
import { normalize, type Phrases, sourceOf } from "./phrases/phrases.ts";
import { botTerms, machineTerms, restraintTerms, talkTerms, textTerms } from "./phrases/terms.ts";

const all = (terms: Phrases): RegExp => new RegExp(sourceOf(terms), "gu");
const fields = {
  text: all(textTerms),
  talk: all(talkTerms),
  bot: all(botTerms),
  machine: all(machineTerms),
  restraint: all(restraintTerms),
  making: all(makingTerms),
  part: all(partTerms),
  failure: all(failureTerms),
};
type Field = keyof typeof fields;

/** The terms of what surrounds an assistant, by field, each by its beginning. */
export type Terms = Readonly<Record<Field, ReadonlySet<string>>>;

/** Gives the terms of a field that were said. */
export type SaidTerms = (field: Field) => ReadonlySet<string>;

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const arabicPrefix = /^[وبفك]?(?:ال|لل)/u;

/** Forms of a word have their beginning in common; in scripts without spaces two letters are a word. */
const beginning = (term: string): string =>
  term.replace(arabicPrefix, "").slice(0, withoutSpaces.test(term) ? 2 : 4);

const found = (normal: string, field: Field): ReadonlySet<string> =>
  new Set((normal.match(fields[field]) ?? []).map(beginning));

/** Gives the terms that stand in any of several texts. A field is looked through when it is asked for: most never are. */
export function termsSaid(said: readonly string[]): SaidTerms {
  let normal: string | undefined;
  const known = new Map<Field, ReadonlySet<string>>();
  return (field) => {
    normal ??= normalize(said.join("\n"));
    const terms = known.get(field) ?? found(normal, field);
    known.set(field, terms);
    return terms;
  };
}

/** Gives the terms of a normalized sentence that nobody said. Who spoke of answers at all may well wish short replies. */
export function foreignTerms(normal: string, said: SaidTerms): Terms {
  const without = (field: Field): ReadonlySet<string> =>
    new Set([...found(normal, field)].filter((term) => !said(field).has(term)));
  const unlessSaid = (field: Field): ReadonlySet<string> => {
    const own = found(normal, field);
    return own.size > 0 && said(field).size > 0 ? new Set() : own;
  };
  return {
    text: without("text"),
    talk: unlessSaid("talk"),
    bot: unlessSaid("bot"),
    machine: without("machine"),
    restraint: without("restraint"),
    making: without("making"),
    part: without("part"),
    failure: without("failure"),
  };
}

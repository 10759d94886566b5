import { failureTerms, partTerms } from "./phrases/failures.ts";
import { makingTerms } from "./phrases/making.ts";
import { normalize, type Phrases, sourceOf } from "./phrases/phrases.ts";
import { botTerms, machineTerms, restraintTerms, talkTerms, textTerms } from "./phrases/terms.ts";

/** The terms of what surrounds an assistant, by field, each by its beginning. */
export interface Terms {
  readonly text: ReadonlySet<string>;
  readonly talk: ReadonlySet<string>;
  readonly bot: ReadonlySet<string>;
  readonly machine: ReadonlySet<string>;
  readonly restraint: ReadonlySet<string>;
  readonly making: ReadonlySet<string>;
  readonly part: ReadonlySet<string>;
  readonly failure: ReadonlySet<string>;
}

const all = (terms: Phrases): RegExp => new RegExp(sourceOf(terms), "gu");
const texts = all(textTerms);
const talk = all(talkTerms);
const bots = all(botTerms);
const machines = all(machineTerms);
const restraints = all(restraintTerms);
const making = all(makingTerms);
const parts = all(partTerms);
const failures = all(failureTerms);

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const arabicPrefix = /^[وبفك]?(?:ال|لل)/u;

/** Forms of a word have their beginning in common; in scripts without spaces two letters are a word. */
const beginning = (term: string): string =>
  term.replace(arabicPrefix, "").slice(0, withoutSpaces.test(term) ? 2 : 4);

const found = (normal: string, terms: RegExp): ReadonlySet<string> =>
  new Set((normal.match(terms) ?? []).map(beginning));

const termsIn = (normal: string): Terms => ({
  text: found(normal, texts),
  talk: found(normal, talk),
  bot: found(normal, bots),
  machine: found(normal, machines),
  restraint: found(normal, restraints),
  making: found(normal, making),
  part: found(normal, parts),
  failure: found(normal, failures),
});

/** Gives the terms that stand in any of several texts. */
export const termsSaid = (said: readonly string[]): Terms => termsIn(normalize(said.join("\n")));

const without = (own: ReadonlySet<string>, said: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...own].filter((term) => !said.has(term)));

const unlessSaid = (own: ReadonlySet<string>, said: ReadonlySet<string>): ReadonlySet<string> =>
  said.size > 0 ? new Set() : own;

/** Gives the terms of a normalized sentence that nobody said. Who spoke of answers at all may well wish short replies. */
export function foreignTerms(normal: string, said: Terms): Terms {
  const own = termsIn(normal);
  return {
    text: without(own.text, said.text),
    talk: unlessSaid(own.talk, said.talk),
    bot: unlessSaid(own.bot, said.bot),
    machine: without(own.machine, said.machine),
    restraint: without(own.restraint, said.restraint),
    making: without(own.making, said.making),
    part: without(own.part, said.part),
    failure: without(own.failure, said.failure),
  };
}

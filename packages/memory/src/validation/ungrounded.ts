import { countIn, type Facts } from "./facts.ts";
import { cessations, evaluations, indefinites, modals } from "./phrases/frames.ts";
import { fromNowOn } from "./phrases/orders/answers.ts";
import { wishes } from "./phrases/orders/assistant.ts";
import { anywhere, atStart } from "./phrases/phrases.ts";
import { thirdPerson, thirdSubject } from "./phrases/pronouns.ts";
import type { Sentence } from "./sentences.ts";
import { handles, isAboutItself, isAboutFormer } from "./handled.ts";
import { foreignTerms, type SaidTerms, type Terms } from "./terms.ts";

/** Where fewer words than this are known, an honest sentence may well have none of them. */
const enoughKnown = 12;
/** Machines and notes stand out among fewer words. */
const someKnown = 6;
/** A shorter sentence has too few words for a share of them to tell anything. */
const fewWords = 3;
const severalWords = 4;
/** An honest sentence shares more of its names, numbers and words than this with what was said. */
const honest = 0.34;
/** A model that is let loose is told of along with the person. */
const honestOfBots = 0.5;
/** A sentence that shares less than this may still be about the person, in words of its own. */
const hardly = 0.2;
/** A sentence that shares less than this has a subject nobody spoke of. */
const nothing = 0.15;

const isModal = anywhere(modals);
const isFromNowOn = anywhere(fromNowOn);
const isWish = anywhere(wishes);
const isCessation = anywhere(cessations);
const beginsEvaluation = atStart(evaluations);
const beginsIndefinite = atStart(indefinites);
/** A summary asks nothing. */
const asks = /[?？؟][^\p{L}\p{N}]*$/u;
const namesSomebody = anywhere(thirdPerson);
const beginsWithPerson = atStart(thirdSubject);

/** How a sentence stands to what was said. */
interface Grounding {
  readonly size: number;
  /** The share of its names, numbers and words that were said. */
  readonly share: number;
  /** Whether it has a pronoun or a name that was said: it may be about the person. */
  readonly person: boolean;
}

function groundingOf(
  { normalUnquoted }: Sentence,
  { names, words }: Facts,
  known: Facts,
): Grounding {
  const all = new Set([...names, ...words]);
  return {
    size: all.size,
    share: countIn(all, known) / Math.max(1, all.size),
    person: namesSomebody.test(normalUnquoted) || countIn(names, known) > 0,
  };
}

/** Whether a sentence says what should be done, and not by the person: nobody wishes it. */
function isNobodysRule({ normalUnquoted }: Sentence): boolean {
  if (beginsEvaluation.test(normalUnquoted)) return true;
  if (!isModal.test(normalUnquoted)) return false;
  if (beginsIndefinite.test(normalUnquoted)) return true;
  return isFromNowOn.test(normalUnquoted) && !beginsWithPerson.test(normalUnquoted);
}

/** Whether a sentence tells what holds a model back, or no longer does. */
const isAboutRestraints = (
  normal: string,
  { text, talk, restraint }: Terms,
  wished: boolean,
): boolean =>
  restraint.size > 1 ||
  (restraint.size === 1 && (isCessation.test(normal) || (!wished && text.size + talk.size > 0)));

/** Whether a sentence without a person in it is about a text or a machine. */
function isAboutWork({ text, talk, machine, restraint }: Terms, share: number): boolean {
  if (text.size + machine.size > 1 || (text.size > 0 && talk.size > 0)) return true;
  return share <= nothing && text.size + restraint.size > 0;
}

/** Whether a sentence without a person in it tells of a machine that failed, or of how notes are made. */
function isOfMachines({ text, talk, machine, making, part, failure }: Terms): boolean {
  if (part.size > 1 || (failure.size > 0 && part.size + machine.size > 0)) return true;
  return making.size > 1 || (making.size > 0 && text.size + talk.size > 0);
}

/** Whether what a sentence is about, and how, makes it no fact; the less of it was said, the less of a sign is enough. */
function isNoFact(sentence: Sentence, grounding: Grounding, foreign: Terms): boolean {
  const { size, share, person } = grounding;
  const wished = isWish.test(sentence.normal);
  // "She asked the assistant for instructions" tells of her, though nobody said these words.
  const unwished = wished ? 0 : foreign.bot.size + foreign.machine.size * foreign.restraint.size;
  if (unwished > 0) return true;
  if (share > honest) return false;
  if (size >= severalWords && isNobodysRule(sentence)) return true;
  if (foreign.bot.size > 0 && foreign.restraint.size > 0) return true;
  if (isAboutRestraints(sentence.normalUnquoted, foreign, wished)) return true;
  if (foreign.restraint.size > 0 && isAboutFormer(sentence)) return true;
  if (asks.test(sentence.unquoted)) return true;
  if (share <= hardly && isAboutItself(sentence)) return true;
  return !person && !wished && isAboutWork(foreign, share);
}

/**
 * Whether a sentence is no fact of the person by what it is about: hardly a word of it was said, and it tells
 * what should be done, or is about an assistant, its text, its machine or its limits. That needs words of one field, and
 * no list of all wordings.
 */
export function isUngrounded(
  sentence: Sentence,
  facts: Facts,
  { known, terms }: { readonly known: Facts; readonly terms: SaidTerms },
): boolean {
  const grounding = groundingOf(sentence, facts, known);
  const { size, share, person } = grounding;
  if (known.words.size < someKnown || size < fewWords || share > honestOfBots) return false;
  const foreign = foreignTerms(sentence.normalUnquoted, terms);
  if (share <= hardly && !person && isOfMachines(foreign)) return true;
  if (known.words.size < enoughKnown) return false;
  const mostShared = person ? honest : honestOfBots;
  if (size >= severalWords && share <= mostShared && handles(sentence, share <= nothing))
    return true;
  return isNoFact(sentence, grounding, foreign);
}

import { fromNowOn, nobodysWishes, ruledAnswers, telling } from "./phrases/orders/answers.ts";
import {
  assistantWords,
  misuse,
  ruledAssistant,
  rules,
  wishes,
} from "./phrases/orders/assistant.ts";
import {
  attacks,
  forgedRoles,
  hiddenPrompt,
  revealing,
  unrestricted,
} from "./phrases/orders/attacks.ts";
import { imperatives, orderedAssistant, orderForms } from "./phrases/orders/imperatives.ts";
import {
  answerWords,
  employed,
  insideOfAssistant,
  readers,
  withoutWarnings,
} from "./phrases/orders/inside.ts";
import { reportedOrders, revealed } from "./phrases/orders/reports.ts";
import { anywhere, atStart, sourceOf } from "./phrases/phrases.ts";
import { secondPerson } from "./phrases/pronouns.ts";
import type { Sentence } from "./sentences.ts";

const isAttack = anywhere(attacks);
const forgesRole = atStart(forgedRoles);
const namesPrompt = anywhere(hiddenPrompt);
const reveals = anywhere(revealing);
const isUnrestricted = anywhere(unrestricted);
const isReported = anywhere(reportedOrders);
const wasRevealed = anywhere(revealed);
/** The name of a well-known attack; in small letters it is a person's. */
const persona = /(?<!\p{L})DAN(?!\p{L})/u;

const assistantWord = anywhere(assistantWords);
const ruled = new RegExp(String.raw`${sourceOf(assistantWords)}\s*${sourceOf(rules)}`, "u");
const ruledFirst = anywhere(ruledAssistant);
const wish = anywhere(wishes);
const isMisuse = anywhere(misuse);
const rulesAnswers = anywhere(ruledAnswers);
const isFromNowOn = anywhere(fromNowOn);
const isNobodysWish = anywhere(nobodysWishes);
const isTelling = anywhere(telling);
const beginsImperative = atStart(imperatives);
const orderForm = anywhere(orderForms);
const isSecondPerson = anywhere(secondPerson);

const beginsOrdered = atStart(orderedAssistant);
const isReader = anywhere(readers);
const isInside = anywhere(insideOfAssistant);
const namesAnswers = anywhere(answerWords);
const dropsWarnings = anywhere(withoutWarnings);
const isEmployed = anywhere(employed);

/** Japanese names the wish at the end of the sentence. */
const wishAtEnd = /(?:頼|望|希望|ほしい|欲しい|たい|依頼|お願い|感謝)[^。]{0,12}。?$/u;

/** Whether the person wants it: what follows "she asked that" is a fact about her. */
function isWish(sentence: string, at: number): boolean {
  return wish.test(sentence.slice(0, at)) || wishAtEnd.test(sentence);
}

/** Whether a sentence tells what the person told of, too: that an order of an attack was given, as a tester does. */
const isToldOrder = (normal: string, said: string): boolean =>
  isReported.test(normal) && isReported.test(said) && isAttack.test(said);

/** Whether a sentence tells what the person told of, too: that a prompt came out. */
const isToldLeak = (normal: string, said: string): boolean =>
  wasRevealed.test(normal) && wasRevealed.test(said) && namesPrompt.test(said);

/**
 * Whether a sentence would lead a model out of its role: an attack and never a mistake. What the person did to another
 * model, and said so, is none.
 */
export function isAttackIn(
  { text, normal, clauses, unquotedCased }: Sentence,
  said: string,
): boolean {
  if (isAttack.test(normal) && !isToldOrder(normal, said)) return true;
  if (clauses.slice(0, 1).some((clause) => forgesRole.test(clause))) return true;
  if (namesPrompt.test(normal) && reveals.test(normal) && !isToldLeak(normal, said)) return true;
  if (isInside.test(normal) && isReader.test(normal)) return true;
  const addressed =
    assistantWord.test(normal) || isFromNowOn.test(normal) || isSecondPerson.test(unquotedCased);
  return addressed && (isUnrestricted.test(normal) || persona.test(text));
}

/** Whether a wish that nobody has is meant for whoever answers. */
const isMeantForAnswers = (normal: string): boolean =>
  isFromNowOn.test(normal) || (isReader.test(normal) && dropsWarnings.test(normal));

/** Whether a sentence would work as an order once it stands in every prompt. */
export function isOrderIn({ normal, normalUnquoted, clauses, unquotedCased }: Sentence): boolean {
  if (clauses.some((clause) => beginsImperative.test(clause))) return true;
  if (orderForm.test(normalUnquoted) || rulesAnswers.test(normal)) return true;
  if (isSecondPerson.test(unquotedCased)) return true;
  const assistant = assistantWord.exec(normal);
  const answers = namesAnswers.exec(normal);
  if (assistant !== null && isMisuse.test(normal)) return true;
  if ((answers !== null || isReader.test(normal)) && dropsWarnings.test(normal)) return true;
  if (answers !== null && isFromNowOn.test(normal) && !isWish(normal, answers.index)) return true;
  if (isNobodysWish.test(normal) && isTelling.test(normal) && isMeantForAnswers(normal))
    return true;
  // An assistant by trade, who was named before, is somebody of the person's life.
  if (isEmployed.test(normal) && answers === null) return false;
  if (clauses.some((clause) => beginsOrdered.test(clause))) return true;
  const rule = ruled.exec(normal) ?? ruledFirst.exec(normal);
  if (rule !== null && !isWish(normal, rule.index)) return true;
  return assistant !== null && isFromNowOn.test(normal) && !isWish(normal, assistant.index);
}

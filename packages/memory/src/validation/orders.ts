import { fromNowOn, ruledAnswers } from "./phrases/orders/answers.ts";
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
import { imperatives, orderForms } from "./phrases/orders/imperatives.ts";
import { anywhere, atStart, sourceOf } from "./phrases/phrases.ts";
import { secondPerson } from "./phrases/pronouns.ts";
import { smallFirst } from "./remarks.ts";
import type { Sentence } from "./sentences.ts";

const isAttack = anywhere(attacks);
const forgesRole = atStart(forgedRoles);
const namesPrompt = anywhere(hiddenPrompt);
const reveals = anywhere(revealing);
const isUnrestricted = anywhere(unrestricted);
/** The name of a well-known attack; in small letters it is a person's. */
const persona = /(?<!\p{L})DAN(?!\p{L})/u;

const assistantWord = anywhere(assistantWords);
const ruled = new RegExp(String.raw`${sourceOf(assistantWords)}\s*${sourceOf(rules)}`, "u");
const ruledFirst = anywhere(ruledAssistant);
const wish = anywhere(wishes);
const isMisuse = anywhere(misuse);
const rulesAnswers = anywhere(ruledAnswers);
const isFromNowOn = anywhere(fromNowOn);
const beginsImperative = atStart(imperatives);
const orderForm = anywhere(orderForms);
const isSecondPerson = anywhere(secondPerson);

/** An assistant whom somebody employs. */
const assistantByTrade = /(?<!\p{L})(?:her|his|their|works as an?) (?:\p{L}+ )?assistant(?!\p{L})/u;

/** Japanese names the wish at the end of the sentence. */
const wishAtEnd = /(?:頼|望|希望|ほしい|欲しい|たい|依頼|お願い|感謝)[^。]{0,12}。?$/u;

/** Whether the person wants it: what follows "she asked that" is a fact about her. */
function isWish(sentence: string, at: number): boolean {
  return wish.test(sentence.slice(0, at)) || wishAtEnd.test(sentence);
}

/** Whether a sentence would lead a model out of its role: an attack and never a mistake. */
export function isAttackIn({ text, normal, clauses, unquoted }: Sentence): boolean {
  if (isAttack.test(normal)) return true;
  if (clauses.slice(0, 1).some((clause) => forgesRole.test(clause))) return true;
  if (namesPrompt.test(normal) && reveals.test(normal)) return true;
  const addressed =
    assistantWord.test(normal) ||
    isFromNowOn.test(normal) ||
    isSecondPerson.test(smallFirst(unquoted));
  return addressed && (isUnrestricted.test(normal) || persona.test(text));
}

/** Whether a sentence would work as an order once it stands in every prompt. */
export function isOrderIn({ normal, normalUnquoted, clauses, unquoted }: Sentence): boolean {
  if (clauses.some((clause) => beginsImperative.test(clause))) return true;
  if (orderForm.test(normalUnquoted) || rulesAnswers.test(normal)) return true;
  if (isSecondPerson.test(smallFirst(unquoted))) return true;
  const assistant = assistantWord.exec(normal);
  if (assistant !== null && isMisuse.test(normal)) return true;
  // An assistant by trade, who was named before, is somebody of the person's life.
  if (assistantByTrade.test(normal)) return false;
  const rule = ruled.exec(normal) ?? ruledFirst.exec(normal);
  if (rule !== null && !isWish(normal, rule.index)) return true;
  return assistant !== null && isFromNowOn.test(normal) && !isWish(normal, assistant.index);
}

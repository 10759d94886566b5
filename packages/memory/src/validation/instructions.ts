import { anyOf } from "./phrases.ts";
import { sentencesOf } from "./words.ts";

/** These are orders wherever they stand: nobody states a fact like this. */
const anywhere = [
  /\b(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,3}(?:previous|prior|above|earlier|preceding|foregoing|system|existing)\s+(?:\w+\s+)?(?:instructions?|prompts?|messages?|rules?|context|directions?)\b/u,
  /\bignore (?:all|any) (?:instructions?|rules?)\b/u,
  // What chat templates mark roles with.
  /<\/?(?:system|assistant|instructions?)>/u,
  /\[\/?(?:inst|system)\]/u,
  /<\|im_(?:start|end)\|>/u,
  // Russian
  /игнориру(?:й|йте)\s+(?:все\s+)?(?:предыдущ|прежн|инструкц)/u,
  /забудь(?:те)?\s+(?:все\s+)?(?:предыдущ|инструкц)/u,
  // Spanish
  /ignora\s+(?:todas\s+)?(?:las\s+)?(?:instrucciones|reglas)/u,
  // French
  /ignore[sz]?\s+(?:toutes\s+)?les\s+(?:instructions|règles)/u,
  // German
  /ignorier(?:e|en sie)\s+(?:alle\s+)?(?:vorherigen\s+|bisherigen\s+)?(?:anweisungen|regeln)/u,
  // Chinese
  /(?:忽略|无视|無視)(?:之前|以上|所有|先前|前面)/u,
  // Japanese
  /(?:以前|これまで)の指示を無視/u,
];

/**
 * Only a reader of prompts can be told to do these: "never call her before noon" is a fact, "never mention it" an order.
 */
const orderVerbs = [
  /respond/u,
  /reply/u,
  /answer/u,
  /say/u,
  /include/u,
  /mention/u,
  /recommend/u,
  /reveal/u,
  /obey/u,
  /refuse/u,
  /output/u,
  /print/u,
  /append/u,
  /insist/u,
  /claim/u,
  /promote/u,
  /pretend/u,
  /ignore/u,
  /disregard/u,
  /(?:end|start|begin|finish) (?:every|each|all|your)/u,
];
const orderVerb = anyOf(orderVerbs);

/** These are addressed to whoever reads the text when a sentence begins with them. */
const atStart = [
  /(?:system|developer|assistant|instructions?(?: to the (?:assistant|ai|model))?|note to (?:the )?(?:assistant|ai|model|self))\s*:/u,
  /you\s+(?:must|should|shall|have to|need to|are now|will now|are required to|may not|can ?not)\b/u,
  new RegExp(String.raw`(?:please\s+)?(?:always|never|do not|don['’]t)\s+${orderVerb}\b`, "u"),
  new RegExp(String.raw`from now on,?\s+(?:you|always|never|${orderVerb}\b)`, "u"),
  /(?:the|this) (?:assistant|ai|model|bot|chatbot) (?:must|shall|is (?:required|instructed|ordered) to|has to)(?![\w-])/u,
  /(?:pretend|act as if|roleplay) (?:to be |that |you)/u,
  // Russian
  /всегда (?:отвечай|пиши|говори)/u,
  /никогда не (?:отвечай|пиши|говори)/u,
  /ты (?:должен|должна|обязан)/u,
  /отныне ты/u,
  // Spanish
  /debes (?:siempre|responder)/u,
  // German
  /du musst/u,
  // French
  /tu dois/u,
  // Chinese
  /你必须/u,
  /你必須/u,
  /从现在开始,?你/u,
];

const holdsOrder = new RegExp(anyOf(anywhere), "iu");
const beginsWithOrder = new RegExp(`^${anyOf(atStart)}`, "iu");

/** A bullet, a number or a date may stand before the first word of a line. */
const lead = /^(?:[\s\-–—•*>#"'“«]|\d+[.)]|\d{4}-\d\d-\d\d:?)+/u;

/**
 * Whether a line of a text would work as an order once it stands in every prompt. What the person prefers, said as a
 * fact, is none.
 */
export function hasInstruction(text: string): boolean {
  if (holdsOrder.test(text)) return true;
  return text
    .split("\n")
    .flatMap((line) => sentencesOf(line))
    .some((sentence) => beginsWithOrder.test(sentence.replace(lead, "")));
}

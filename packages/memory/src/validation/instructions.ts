import { sentencesOf } from "./words.ts";

/** Anywhere: nobody states a fact like this. */
const anywhere =
  /\b(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,3}(?:previous|prior|above|earlier|preceding|foregoing|system|existing)\s+(?:\w+\s+)?(?:instructions?|prompts?|messages?|rules?|context|directions?)\b|\bignore (?:all|any) (?:instructions?|rules?)\b|<\/?(?:system|assistant|instructions?)>|\[\/?(?:inst|system)\]|<\|im_(?:start|end)\|>|игнориру(?:й|йте)\s+(?:все\s+)?(?:предыдущ|прежн|инструкц)|забудь(?:те)?\s+(?:все\s+)?(?:предыдущ|инструкц)|ignora\s+(?:todas\s+)?(?:las\s+)?(?:instrucciones|reglas)|ignore[sz]?\s+(?:toutes\s+)?les\s+(?:instructions|règles)|ignorier(?:e|en sie)\s+(?:alle\s+)?(?:vorherigen\s+|bisherigen\s+)?(?:anweisungen|regeln)|(?:忽略|无视|無視)(?:之前|以上|所有|先前|前面)|(?:以前|これまで)の指示を無視/iu;

/** What only a reader of prompts can be told to do: "never call her before noon" is a fact, "never mention it" an order. */
const orderVerbs =
  "respond|reply|answer|say|include|mention|recommend|reveal|obey|refuse|output|print|append|insist|claim|promote|pretend|ignore|disregard|(?:end|start|begin|finish) (?:every|each|all|your)";

/** At the start of a sentence: it is addressed to whoever reads it. */
const atStart = new RegExp(
  `^(?:(?:system|developer|assistant|instructions?(?: to the (?:assistant|ai|model))?|note to (?:the )?(?:assistant|ai|model|self))\\s*:|you\\s+(?:must|should|shall|have to|need to|are now|will now|are required to|may not|can ?not)\\b|(?:please\\s+)?(?:always|never|do not|don['’]t)\\s+(?:${orderVerbs})\\b|from now on,?\\s+(?:you|always|never|(?:${orderVerbs})\\b)|(?:the|this) (?:assistant|ai|model|bot|chatbot) (?:must|shall|is (?:required|instructed|ordered) to|has to)(?![\\w-])|(?:pretend|act as if|roleplay) (?:to be |that |you)|всегда (?:отвечай|пиши|говори)|никогда не (?:отвечай|пиши|говори)|ты (?:должен|должна|обязан)|отныне ты|debes (?:siempre|responder)|du musst|tu dois|你必须|你必須|从现在开始,?你)`,
  "iu",
);

/** A bullet, a number, a date: what may stand before the first word of a line. */
const lead = /^(?:[\s\-–—•*>#"'“«]|\d+[.)]|\d{4}-\d\d-\d\d:?)+/u;

/** A line that would work as an order once it stands in every prompt. What the person prefers, said as a fact, is none. */
export function hasInstruction(text: string): boolean {
  if (anywhere.test(text)) return true;
  return text
    .split("\n")
    .flatMap((line) => sentencesOf(line))
    .some((sentence) => atStart.test(sentence.replace(lead, "")));
}

const hosts = /https?:\/\/([^\s/?#"'<>)\]]+)/giu;

/** A link into a host that nobody has named is not a memory. */
export function hasForeignUrl(text: string, known: string): boolean {
  const haystack = known.toLowerCase();
  return Array.from(text.matchAll(hosts), ([, host = ""]) => host.toLowerCase()).some(
    (host) => !haystack.includes(host),
  );
}

import { anyOf, beginsWith } from "./phrases.ts";

const nothing = [
  /none/u,
  /n\s*\/\s*a/u,
  /null/u,
  /undefined/u,
  /nil/u,
  /nothing/u,
  /empty/u,
  /no (?:new )?(?:summary|information|facts|content)(?: available| provided)?/u,
  // Russian
  /нет(?: данных)?/u,
  /ничего/u,
  // Spanish
  /ninguno/u,
  /nada/u,
  // French
  /aucun/u,
  /rien/u,
  // German
  /keine?/u,
  // Chinese, Japanese and Korean
  /无/u,
  /無/u,
  /なし/u,
  /없음/u,
];

const errors = [
  // "Internal Server Error", "Error: 429", "Exception occurred …", but not "Error handling is her work".
  /(?:\w+ ){0,2}(?:error|exception)(?:\s*[:(\d]|\s+(?:occurred|processing|while|code|from)\b|[^\p{L}\p{N}]*$)/u,
  /\w+(?:error|exception): /u,
  /traceback \(/u,
  /an? (?:\w+ )?error (?:has )?occurred/u,
  /[45]\d\d:? (?:too many|internal|bad|service|unauthorized|payment|forbidden|not found|gateway|error)/u,
  /(?:\w+ )?rate limit/u,
  /too many requests/u,
  /service unavailable/u,
  /bad gateway/u,
  /gateway time-?out/u,
  /request timed out/u,
  /<!doctype/u,
  /<html/u,
];

const refusals = [
  /(?:i['’]m|i am) (?:very |so )?(?:sorry|unable|not able|afraid)/u,
  /(?:sorry|apologies|unfortunately),? (?:but )?i\b/u,
  /i apologi[sz]e/u,
  /i (?:can['’]?t|cannot|can not|won['’]t|will not|must decline)/u,
  /as an? (?:ai|(?:large )?language model|ai (?:language )?(?:model|assistant))(?:,| i\b)/u,
  // Spanish
  /lo siento/u,
  /no puedo/u,
  // French
  /je suis désolée?/u,
  /désolée?,? (?:mais )?je/u,
  /je ne peux/u,
  // German
  /es tut mir leid/u,
  /tut mir leid/u,
  /ich kann (?:dir |ihnen |das |diese|leider )/u,
  // Russian
  /извините/u,
  /простите/u,
  /к сожалению,? я/u,
  /я не могу/u,
  // Ukrainian
  /вибачте/u,
  /на жаль,? я/u,
  // Chinese
  /抱歉/u,
  /对不起/u,
  /對不起/u,
  /我无法/u,
  /我不能/u,
  // Japanese
  /申し訳/u,
  /すみません/u,
  // Korean
  /죄송/u,
];

const isNothing = new RegExp(String.raw`^[^\p{L}\p{N}]*${anyOf(nothing)}[^\p{L}\p{N}]*$`, "iu");
const beginsWithError = beginsWith(errors);
const beginsWithRefusal = beginsWith(refusals);

/** Whether a text states nothing about anybody. */
export const isEmpty = (text: string): boolean => isNothing.test(text) || !/\p{L}/u.test(text);

/** Whether a text is what a server, and not a model, has to say. */
export const isErrorText = (text: string): boolean => beginsWithError.test(text);

/** Whether a text begins with a refusal: a summary speaks of a person, "I am sorry" speaks of the model. */
export const isRefusal = (text: string): boolean => beginsWithRefusal.test(text);

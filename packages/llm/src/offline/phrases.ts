/** Just enough of English and Russian for a talk without a model; other languages count as statements. */

/** One regular expression out of a list with a phrase a line, so that a change of the list is a change of one line. */
const anyOf = (phrases: readonly RegExp[]): string =>
  `(?:${phrases.map(({ source }) => source).join("|")})`;

const anywhere = (phrases: readonly RegExp[]) => new RegExp(anyOf(phrases), "iu");
/** Matches where a text begins with one of the phrases, whatever punctuation stands before it. */
const beginsWith = (phrases: readonly RegExp[]) =>
  new RegExp(String.raw`^\W*${anyOf(phrases)}`, "iu");
/** Matches a text that is one of the phrases and nothing else but punctuation. */
const isNothingBut = (phrases: readonly RegExp[]) =>
  new RegExp(String.raw`^\W*${anyOf(phrases)}\W*$`, "iu");

/** The end of a word, also of one that ASCII's `\b` does not see. */
const wordEnd = String.raw`(?![\p{L}\p{N}])`;
const beginsWithWord = (words: readonly RegExp[]) =>
  new RegExp(String.raw`^\W*${anyOf(words)}${wordEnd}`, "iu");

const greeting = beginsWithWord([
  /hi/u,
  /hey/u,
  /hello/u,
  /good (?:morning|afternoon|evening)/u,
  /привет/u,
  /здравствуйте?/u,
  /hola/u,
  /hallo/u,
  /bonjour/u,
  /salut/u,
  /ciao/u,
  /שלום/u,
  /مرحبا/u,
  /你好/u,
]);

const helpRequest = beginsWithWord([/help/u, /what can you do/u, /who are you/u, /помощь/u]);

/** What a question about the memory begins with … */
const recallOpening = anyOf([
  /what/u,
  /which/u,
  /do/u,
  /tell/u,
  /list/u,
  /show/u,
  /repeat/u,
  /recall/u,
]);
/** … and what it is about. */
const recallSubject = anyOf([
  /i (?:have |had |ever )?(?:said|told|say|tell)/u,
  /have i (?:said|told)/u,
  /you remember/u,
  /(?:know|stored?|learn(?:ed|t)) about me/u,
  /memory/u,
  /memories/u,
]);
const recall = anywhere([
  new RegExp(String.raw`\b${recallOpening}\b.*\b${recallSubject}\b`, "u"),
  /\b(?:did|have) i (?:say|said|tell|told)\b/u,
  /что я (?:тебе )?(?:говорил|сказал|рассказ)/u,
  /что ты (?:обо мне )?(?:помнишь|знаешь)/u,
  /ты (?:меня )?помнишь/u,
]);

const nameInQuestion = anywhere([
  /\bmy name\b/u,
  /\bwho am i\b/u,
  /\bwho i am\b/u,
  /\bam i called\b/u,
  /как меня зовут/u,
  /кто я/u,
]);

const questionMark = /[?？؟]\s*$/u;
const questionWord = beginsWithWord([
  /who/u,
  /what/u,
  /when/u,
  /where/u,
  /which/u,
  /why/u,
  /how/u,
  /do/u,
  /does/u,
  /did/u,
  /is/u,
  /are/u,
  /am/u,
  /was/u,
  /were/u,
  /can/u,
  /could/u,
  /will/u,
  /would/u,
  /should/u,
  /кто/u,
  /что/u,
  /где/u,
  /когда/u,
  /почему/u,
  /как/u,
]);

const request = beginsWith([
  /please\b/u,
  /(?:tell|show|give|help|teach) me\b/u,
  /write\b/u,
  /explain\b/u,
  /translate\b/u,
  /list\b/u,
  /расскажи/u,
  /напиши/u,
  /объясни/u,
  /переведи/u,
  /покажи/u,
]);

const smallTalk = isNothingBut([
  /(?:hi|hey|hello)(?: there)?/u,
  /thanks?(?: you)?/u,
  /ok(?:ay)?/u,
  /yes/u,
  /no/u,
  /bye/u,
  /good (?:morning|evening|night)/u,
  /help/u,
  /привет/u,
  /спасибо/u,
  /да/u,
  /нет/u,
  /ок/u,
  /пока/u,
  /помощь/u,
]);
const command = /^\/\w+/u;

const firstPerson = anywhere([
  /\b(?:i|i['’]m|my|mine|me|we|our)\b/u,
  /(?<![\p{L}])(?:я|мой|моя|мои|меня|мне|мы|наш)(?![\p{L}])/u,
]);

const namesThemselves = [
  /\b(?:my name(?: is|'s|’s)|call me|i am called)\s+([\p{L}][\p{L}'’-]*)/iu,
  /меня зовут\s+([\p{L}-]+)/iu,
];

export const isGreeting = (text: string) => greeting.test(text);
export const isHelp = (text: string) => helpRequest.test(text);
export const isRecall = (text: string) => recall.test(text);
export const isQuestion = (text: string) =>
  questionMark.test(text) || questionWord.test(text) || recall.test(text);
export const isRequest = (text: string) => request.test(text);
export const asksOwnName = (text: string) => nameInQuestion.test(text) && isQuestion(text);
/** Whether it is said to tell something: it is neither a question, nor an order, nor small talk. */
export const isStatement = (text: string) =>
  !isQuestion(text) && !isRequest(text) && !smallTalk.test(text) && !command.test(text);
export const isAboutThemselves = (text: string) => firstPerson.test(text);

/** The name by which the speaker calls themselves. */
export function nameGiven(text: string): string | null {
  for (const pattern of namesThemselves) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

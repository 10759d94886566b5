/** Just enough of English and Russian for a talk without a model; other languages count as statements. */

const greeting =
  /^\W*(hi|hey|hello|good (morning|afternoon|evening)|привет|здравствуйте?|hola|hallo|bonjour|salut|ciao|שלום|مرحبا|你好)(?![\p{L}\p{N}])/iu;
const recall =
  /\b(what|which|do|tell|list|show|repeat|recall)\b.*\b(i (have |had |ever )?(said|told|say|tell)|have i (said|told)|you remember|(know|stored?|learn(ed|t)) about me|memory|memories)\b|\b(did|have) i (say|said|tell|told)\b|что я (тебе )?(говорил|сказал|рассказ)|что ты (обо мне )?(помнишь|знаешь)|ты (меня )?помнишь/iu;
const asksForName = /\b(my name|who am i|who i am|am i called)\b|как меня зовут|кто я/iu;
const question =
  /[?？؟]\s*$|^\W*(who|what|when|where|which|why|how|do|does|did|is|are|am|was|were|can|could|will|would|should|кто|что|где|когда|почему|как)(?![\p{L}\p{N}])/iu;
const request =
  /^\W*(please\b|(tell|show|give|help|teach) me\b|write\b|explain\b|translate\b|list\b|расскажи|напиши|объясни|переведи|покажи)/iu;
const help = /^\W*(help|what can you do|who are you|помощь)(?![\p{L}\p{N}])/iu;
const smallTalk =
  /^\W*((hi|hey|hello)( there)?|thanks?( you)?|ok(ay)?|yes|no|bye|good (morning|evening|night)|help|привет|спасибо|да|нет|ок|пока|помощь)\W*$|^\/\w+/iu;
const aboutThemselves =
  /\b(i|i['’]m|my|mine|me|we|our)\b|(?<![\p{L}])(я|мой|моя|мои|меня|мне|мы|наш)(?![\p{L}])/iu;
const nameOf =
  /\b(?:my name(?: is|'s|’s)|call me|i am called)\s+([\p{L}][\p{L}'’-]*)|меня зовут\s+([\p{L}-]+)/iu;

export const isGreeting = (text: string) => greeting.test(text);
export const isHelp = (text: string) => help.test(text);
export const isRecall = (text: string) => recall.test(text);
export const isQuestion = (text: string) => question.test(text) || recall.test(text);
export const isRequest = (text: string) => request.test(text);
export const asksOwnName = (text: string) => asksForName.test(text) && isQuestion(text);
/** What is said to tell something: neither a question, nor an order, nor small talk. */
export const isStatement = (text: string) =>
  !isQuestion(text) && !isRequest(text) && !smallTalk.test(text);
export const isAboutThemselves = (text: string) => aboutThemselves.test(text);

/** The name by which the speaker calls themselves. */
export function nameGiven(text: string): string | null {
  const match = nameOf.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
}

const nothing =
  /^[^\p{L}\p{N}]*(?:none|n\s*\/\s*a|null|undefined|nil|nothing|empty|no (?:new )?(?:summary|information|facts|content)(?: available| provided)?|нет(?: данных)?|ничего|ninguno|nada|aucun|keine?|rien|无|無|なし|없음)[^\p{L}\p{N}]*$/iu;
const errorText =
  /^[^\p{L}\p{N}]*(?:(?:\w+ ){0,2}(?:error|exception)(?:\s*[:(\d]|\s+(?:occurred|processing|while|code|from)\b|[^\p{L}\p{N}]*$)|\w+(?:error|exception): |traceback \(|an? (?:\w+ )?error (?:has )?occurred|[45]\d\d:? (?:too many|internal|bad|service|unauthorized|payment|forbidden|not found|gateway|error)|(?:\w+ )?rate limit|too many requests|service unavailable|bad gateway|gateway time-?out|request timed out|<!doctype|<html)/iu;
const refusal =
  /^[^\p{L}\p{N}]*(?:(?:i['’]m|i am) (?:very |so )?(?:sorry|unable|not able|afraid)|(?:sorry|apologies|unfortunately),? (?:but )?i\b|i apologi[sz]e|i (?:can['’]?t|cannot|can not|won['’]t|will not|must decline)|as an? (?:ai|(?:large )?language model|ai (?:language )?(?:model|assistant))(?:,| i\b)|lo siento|no puedo|je suis désolée?|désolée?,? (?:mais )?je|je ne peux|es tut mir leid|tut mir leid|ich kann (?:dir |ihnen |das |diese|leider )|извините|простите|к сожалению,? я|я не могу|вибачте|на жаль,? я|抱歉|对不起|對不起|我无法|我不能|申し訳|すみません|죄송)/iu;

/** No statement about anybody. */
export const isEmpty = (text: string): boolean => nothing.test(text) || !/\p{L}/u.test(text);

/** What a server, not a model, has to say. */
export const isErrorText = (text: string): boolean => errorText.test(text);

/** Summaries speak of a person; one that begins with "I am sorry" speaks of the model. */
export const isRefusal = (text: string): boolean => refusal.test(text);

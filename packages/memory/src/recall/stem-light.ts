const arabic = /^\p{Script=Arabic}+$/u;
const hebrew = /^\p{Script=Hebrew}+$/u;
const number = /\p{N}/u;
const plural = /[a-rt-z]s$/u;

/** Article, particles and the commonest endings off; the variants of alif, ya and ta marbuta are one. */
function stemArabic(word: string): string {
  let stem = word
    .replaceAll(/[أإآٱ]/gu, "ا")
    .replaceAll("ى", "ي")
    .replaceAll("ة", "ه");
  if (stem.length > 4) stem = stem.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/u, "");
  if (stem.length > 4) stem = stem.replace(/(?:ها|ات|ون|ين|ان|يه|هم|كم|نا|تي|ه|ي|ك)$/u, "");
  return stem;
}

/** A leading particle and the commonest endings off; final letters become plain. */
function stemHebrew(word: string): string {
  let stem = word
    .replaceAll("ם", "מ")
    .replaceAll("ן", "נ")
    .replaceAll("ץ", "צ")
    .replaceAll("ף", "פ")
    .replaceAll("ך", "כ");
  if (stem.length > 3) stem = stem.replace(/^(?:וה|שה|מה|כש|ו|ה|ב|ל|מ|ש|כ)(?=.{3})/u, "");
  if (stem.length > 4) stem = stem.replace(/(?:ימ|ות|יה|תי|ה|ת|י)$/u, "");
  return stem;
}

/**
 * Cuts a folded word to what its forms have in common, in any language: what inflection changes stands at the end, except
 * in Arabic and Hebrew. Numbers stay whole.
 */
export function stemLight(word: string): string {
  if (arabic.test(word)) return stemArabic(word);
  if (hebrew.test(word)) return stemHebrew(word);
  const stem = word.length > 3 && plural.test(word) ? word.slice(0, -1) : word;
  return number.test(stem) ? stem : stem.slice(0, 5);
}

import { sentencesOf, wordsOf } from "./words.ts";

function grams(words: readonly string[], size: number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at + size <= words.length; at++)
    found.push(words.slice(at, at + size).join(" "));
  return found;
}

const roleLine = /^[^\p{L}\p{N}\n]*(?:user|human|assistant|ai|bot|system)[^\p{L}\p{N}\n]{0,3}:/gimu;
const echoGram = 8;
const echoWords = 40;
const echoShare = 0.6;

/** Whether a text is the transcript instead of a summary: lines with roles, or long stretches copied word for word. */
export function isEcho(text: string, transcript: readonly string[]): boolean {
  if ((text.match(roleLine) ?? []).length >= 2) return true;
  const words = wordsOf(text);
  if (words.length < echoWords) return false;
  const said = new Set(transcript.flatMap((line) => grams(wordsOf(line), echoGram)));
  const own = grams(words, echoGram);
  return own.filter((gram) => said.has(gram)).length > own.length * echoShare;
}

const repeatGram = 4;
const repeatWords = 40;

/** Whether a model got stuck: one sentence stands three times, or there are hardly any new words. */
export function isRepetitive(text: string): boolean {
  const counts = new Map<string, number>();
  for (const sentence of sentencesOf(text)) {
    const words = wordsOf(sentence);
    if (words.length < 4) continue;
    const key = words.join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if ([...counts.values()].some((count) => count >= 3)) return true;
  const words = wordsOf(text);
  const all = grams(words, repeatGram);
  return words.length >= repeatWords && new Set(all).size < all.length / 3;
}

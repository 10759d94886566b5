import { anywhere } from "./phrases/phrases.ts";
import { recoveryNames } from "./phrases/secrets.ts";

/** Wallets are opened by 12 to 24 words; one may have been lost. */
const fewest = 11;
/** This many words in a row that only blanks part are no sentence, whatever stands before them. */
const unnamed = 12;

/** Words of a list that no sentence goes without. Shorter ones than three letters are in no list of seeds. */
const joins = new Set(
  "the and for her his she they him was are has had who with from that not but los las que con por para una les des est une dans pour qui sur avec der die das und mit von den dem ist ein eine für hat".split(
    " ",
  ),
);

const namesRecovery = anywhere(recoveryNames);
/** A word between blanks or commas, with or without its number. */
const spaced =
  /(?<![^\s,;:(["“«„「])(?:\d{1,2}[.):]\s?|\d{1,2}\s)?([\p{Script=Latin}]{3,9})(?=[\s,;.)\]"”»“」]|$)/gu;
/** The lists for Chinese and Japanese have a blank behind each word, which those languages do not write. */
const spacedLetters = /(?:[\p{Script=Han}\p{Script=Hiragana}]{1,6}[ \u3000]){11,}/u;

/** Gives how many words in a row join nothing; the gaps between them are as `isGap` wants them. */
function longestRun(text: string, isGap: (between: string) => boolean): number {
  let longest = 0;
  let run = 0;
  let end = 0;
  for (const { 0: whole, 1: word = "", index } of text.matchAll(spaced)) {
    if (!isGap(text.slice(end, index))) run = 0;
    run = joins.has(word) ? 0 : run + 1;
    longest = Math.max(longest, run);
    end = index + whole.length;
  }
  return longest;
}

/** Whether a normalized sentence holds the words that open a wallet again. */
export function hasSeedWords(normal: string): boolean {
  if (longestRun(normal, (between) => between === " ") >= unnamed) return true;
  if (!namesRecovery.test(normal)) return false;
  if (spacedLetters.test(normal)) return true;
  return longestRun(normal, (between) => /^[\s,;·–-]{1,3}$/u.test(between)) >= fewest;
}

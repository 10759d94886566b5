import type { RecallTurn } from "@tgmem/memory";

const vocabulary = 60_000;
/** The commonest words of a language are stop words. */
const stopWords = 12;
const saidWords = 20;
const answeredWords = 60;
const sentenceWords = 9;
const turnsOfSitting = 12;
const betweenTurnsMs = 15 * 60_000;
const betweenSittingsMs = 4 * 3_600_000;

const consonants = "bdfgklmnprstvz";
const vowels = "aeiou";

/** Makes a word of three syllables, and what tells it from others of the same. */
function wordOf(rank: number): string {
  let word = "";
  let left = rank * 7 + 3;
  for (let syllable = 0; syllable < 3; syllable++) {
    word += consonants.charAt(left % 14) + vowels.charAt(Math.floor(left / 14) % 5);
    left = Math.floor(left / 5) + rank;
  }
  return word + (rank % 97).toString(36);
}

/** Talks of made words that are as common and as rare as those of a language, always the same ones. */
export function madeTalk() {
  const cumulative = new Float64Array(vocabulary);
  let sum = 0;
  for (let at = 0; at < vocabulary; at++) cumulative[at] = sum += 1 / (at + 2.7) ** 1.05;
  let seed = 42;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

  function anyWord(): string {
    const wanted = random() * sum;
    let low = 0;
    let high = vocabulary - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low < stopWords ? "the" : wordOf(low);
  }
  const text = (words: number) =>
    Array.from({ length: words }, (_, at) =>
      at % sentenceWords === sentenceWords - 1 ? `${anyWord()}.` : anyWord(),
    ).join(" ");

  return {
    turn: (n: number): RecallTurn => ({
      turnId: `tg:1:${n}`,
      atMs: 1.7e12 + n * betweenTurnsMs + Math.floor(n / turnsOfSitting) * betweenSittingsMs,
      user: text(saidWords),
      assistant: text(answeredWords),
    }),
    /** Eight words of a turn, as a question about it would have. */
    query({ user, assistant }: RecallTurn): string {
      const told = user.split(" ").filter((word) => word !== "the");
      return [...told.slice(0, 5), ...assistant.split(" ").slice(3, 6)].join(" ");
    },
  };
}

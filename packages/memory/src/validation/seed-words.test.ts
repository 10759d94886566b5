import { describe, expect, it } from "vitest";
import { hasSecret } from "./secrets.ts";

const words = "orbit velvet canyon mimic pledge tunnel hazard silver jacket oven drift laugh".split(
  " ",
);
const numbered = words.map((word, at) => `${at + 1}. ${word}`).join(" ");

describe("the words that open a wallet again", () => {
  const sentences = [
    `The twelve words that restore her wallet are ${words.join(" ")}.`,
    `Backup of the Ledger: ${words.join(", ")}.`,
    `She wrote down ${words.join(" ")}.`,
    `Сид-фраза кошелька у неё такая: ${numbered}`,
    `Слова для відновлення гаманця: ${words.slice(1).join(" ")}.`,
    `Sus palabras para recuperar el monedero son ${words.join(" ")}.`,
    `Die Wörter seiner Wallet sind ${numbered}.`,
    `Les mots qui rouvrent son portefeuille : ${words.join(", ")}.`,
    `كلمات استعادة المحفظة هي ${words.join(" ")}.`,
    `她的助记词是 ${words.join(" ")}。`,
    "她的助记词是：冬 山 云 木 火 水 金 土 日 月 星 河。",
    `ウォレットの復元フレーズは ${words.join(" ")} である。`,
  ];
  for (const sentence of sentences)
    it(`are a secret: ${sentence.slice(0, 40)}`, () => expect(hasSecret(sentence)).toBe(true));
});

describe("words that open nothing", () => {
  const sentences = [
    "She likes chess, opera, hiking, coffee, poetry, knitting, trains, maps, birds, cheese, rain and snow.",
    "He lost his wallet with the tickets near the old bridge while his brother was parking the car on Sunday.",
    "Her favourite phrase for the children is that every cloud has a silver lining, and they roll their eyes.",
    "彼女は python go rust java が得意で、財布をなくした。",
  ];
  for (const sentence of sentences)
    it(`are none: ${sentence.slice(0, 40)}`, () => expect(hasSecret(sentence)).toBe(false));
});

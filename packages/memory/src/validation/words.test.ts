import * as fc from "fast-check";
import { expect, it } from "vitest";
import { countWords, cutAtSentence, sentencesOf, wordsOf } from "./words.ts";

it("counts words in scripts without spaces", () => {
  expect(countWords("我叫安娜，住在里斯本。")).toBeGreaterThan(4);
  expect(countWords("ฉันอาศัยอยู่ในลิสบอน")).toBeGreaterThan(3);
  expect(countWords("Anna lives in Lisbon — since 2021.")).toBe(6);
});

it("counts a long text as the sum of its parts", () => {
  expect(countWords("one two three ".repeat(3_000))).toBe(9_000);
});

it("finds the words of Latin and Cyrillic that Unicode finds, though by an expression", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "word" });
  const signs = fc.constantFrom(...Array.from("abZéßжЩїё019_'’.:,;-–—/@#…“«»! \n²µªºꙀ"));
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 12 }), (text) => {
      const found = Array.from(segmenter.segment(text.toLowerCase()))
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment }) => segment);
      expect(wordsOf(text)).toEqual(found);
    }),
    { numRuns: 2_000 },
  );
});

it("loses no character between sentences, and never cuts to more words than allowed", () => {
  const texts = fc.array(
    fc.constantFrom("Anna. ", "住在里斯本。", "a b c ", "\n", "e.g. this ", "👩‍👩‍👧! ", "3.14 "),
    { maxLength: 80, size: "max" },
  );
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (parts, max) => {
      const text = parts.join("");
      expect(sentencesOf(text).join("")).toBe(text);
      const cut = cutAtSentence(text, max);
      expect(countWords(cut)).toBeLessThanOrEqual(max);
      expect(text.startsWith(cut) || text.trim() === cut).toBe(true);
    }),
    { numRuns: 100 },
  );
});

import { describe, expect, it } from "vitest";
import { analyzer, lightAnalyzer } from "./analyzer.ts";

const { terms } = lightAnalyzer();

describe("the light analyzer", () => {
  const pairs: Record<string, readonly [string, string]> = {
    English: ["allergies", "allergic"],
    German: ["Tabletten", "Tablette"],
    Spanish: ["alérgicos", "alergica"],
    French: ["élèves", "eleve"],
    Russian: ["помидоры", "помидор"],
    Ukrainian: ["пігулки", "пігулку"],
    Arabic: ["المكسرات", "مكسرات"],
    Hebrew: ["הכלבים", "כלב"],
  };
  for (const [language, [one, other]] of Object.entries(pairs))
    it(`makes the same term of two forms of a ${language} word`, () => {
      expect(terms(one)).toHaveLength(1);
      expect(terms(one)).toEqual(terms(other));
    });

  const spellings: Record<string, readonly [string, string]> = {
    "vowel signs in Arabic": ["مُكَسَّرات", "مكسرات"],
    "the forms of alif": ["ٱلكتاب", "الكتاب"],
    "an Arabic singular": ["سيارات", "سيارة"],
    "points in Hebrew": ["שָׁלוֹם", "שלום"],
    "final letters in Hebrew": ["חלומות", "חלום"],
    "a sharp s": ["Straße", "STRASSE"],
    "wide letters": ["Ｌｉｓｂｏｎ", "Lisbon"],
  };
  for (const [what, [one, other]] of Object.entries(spellings))
    it(`does not tell spellings apart by ${what}`, () => {
      expect(terms(one)).toHaveLength(1);
      expect(terms(one)).toEqual(terms(other));
    });

  it("reads scripts without spaces in pairs of letters", () => {
    expect(terms("한국어는")).toEqual(["한국", "국어", "어는"]);
    expect(terms("花生过敏")).toEqual(["花生", "生过", "过敏"]);
    expect(terms("Bruno花生")).toEqual(["花生", "bruno"]);
    expect(terms("花")).toEqual(["花"]);
  });

  it("leaves out words that say nothing, in nine languages", () => {
    for (const text of [
      "what was it",
      "was ist das",
      "qué es el",
      "quel est ce",
      "какой он был",
      "яка вона",
      "ما هو",
      "מה זה",
      "什么",
    ])
      expect(terms(text), text).toEqual([]);
  });

  it("keeps numbers whole, and single digits", () => {
    expect(terms("4915123456789 and 7 x")).toEqual(["4915123456789", "7"]);
  });

  it("keeps terms short, whatever was said", () => {
    for (const term of terms(`${"1".repeat(500)} ${"a".repeat(500)}`))
      expect(term.length).toBeLessThanOrEqual(24);
  });
});

it("takes a stemmer of somebody else, under a name", () => {
  const own = analyzer({ name: "own", stem: (word) => word.slice(0, 2), stopWords: new Set() });
  expect(own.terms("The garden")).toEqual(["th", "ga"]);
});

it("refuses an analyzer without a name", () => {
  for (const name of ["", "a b", "x".repeat(65)])
    expect(() => analyzer({ name })).toThrow(expect.objectContaining({ code: "invalid_argument" }));
});

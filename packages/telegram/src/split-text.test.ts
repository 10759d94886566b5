import * as fc from "fast-check";
import { expect, it } from "vitest";
import { maxTextLength } from "./rendering/split-formatted.ts";
import { splitText } from "./split-text.ts";

const limits = fc.integer({ min: 2, max: 40 });
const texts = fc.string({
  unit: fc.constantFrom("a", "b", " ", "\n", "\n\n", "😀", "é", "."),
  maxLength: 300,
});

const solid = (text: string) => text.replaceAll(/\s/g, "");

it("makes parts that fit, are not empty, and end in no half character", () => {
  fc.assert(
    fc.property(texts, limits, (text, limit) => {
      for (const part of splitText(text, limit)) {
        expect(part.length).toBeLessThanOrEqual(limit);
        expect(part.trim()).toBe(part);
        expect(part).not.toBe("");
        expect(part.isWellFormed()).toBe(true);
      }
    }),
  );
});

/** What a reader sees as one character, of up to 14 UTF-16 units. */
const characters =
  "a|é|e\u0301|x\u0323\u0307|👨‍👩‍👧‍👦|🏳️‍🌈|🇩🇪|🇯🇵|👍🏽|👩🏾‍🚀|1️⃣|❤️|한|\u1112\u1161\u11AB|กำ|नि|க்ஷ|🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}| |\n|\n\n|.".split(
    "|",
  );

const isShown = (character: string) => character.trim() !== "";

it("cuts nothing in half that a reader sees as one character", () => {
  const segments = new Intl.Segmenter();
  const seen = (text: string) => [...segments.segment(text)].map(({ segment }) => segment);
  const joined = fc.array(fc.constantFrom(...characters), { maxLength: 200, size: "max" });
  fc.assert(
    fc.property(joined, fc.integer({ min: 40, max: 80 }), (pieces, limit) => {
      const text = pieces.join("");
      expect(splitText(text, limit).flatMap(seen).filter(isShown)).toEqual(
        seen(text).filter(isShown),
      );
    }),
  );
});

it("cuts a character all the same that is longer than a part", () => {
  const family = `👩${"\u200D👩".repeat(30)}`;
  const tower = `e${"\u0301".repeat(100)}`;
  for (const text of [family, tower, `so ${family}${tower}`, "🇩🇪".repeat(40)]) {
    const parts = splitText(text, 7);
    expect(solid(parts.join(""))).toBe(solid(text));
    for (const part of parts) expect(part.isWellFormed()).toBe(true);
  }
});

it("loses nothing but white space", () => {
  fc.assert(
    fc.property(texts, limits, (text, limit) => {
      expect(solid(splitText(text, limit).join(""))).toBe(solid(text));
    }),
  );
});

it("keeps a text that fits as it is, up to 4096 UTF-16 units", () => {
  const text = "😀".repeat(maxTextLength / 2);
  expect(splitText(text)).toEqual([text]);
  expect(splitText(`${text}!`)).toEqual([text, "!"]);
});

it("cuts at a paragraph, else at a line, else at a word, unless that leaves a short part", () => {
  expect(splitText("one two three\n\nfour five\nsix", 24)).toEqual([
    "one two three",
    "four five\nsix",
  ]);
  expect(splitText("one two three\nfour", 16)).toEqual(["one two three", "four"]);
  expect(splitText("one two three four", 16)).toEqual(["one two three", "four"]);
  expect(splitText("a bcdefghijk", 8)).toEqual(["a bcdefg", "hijk"]);
});

it("makes nothing of white space", () => {
  expect(splitText(" \n ")).toEqual([]);
});

it("refuses a limit that not every character fits in", () => {
  expect(() => splitText("text", 1)).toThrow(
    expect.objectContaining({ name: "TelegramError", code: "invalid_argument" }),
  );
});

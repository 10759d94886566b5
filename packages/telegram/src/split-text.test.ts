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

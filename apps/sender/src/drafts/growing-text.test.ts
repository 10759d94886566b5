import { maxTextLength, splitFormatted } from "@tgmem/telegram";
import { renderMarkdown } from "@tgmem/telegram/rendering";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { growingText } from "./growing-text.ts";

it("shows what is written so far, rendered, and that more comes", () => {
  expect(growingText("**One** two")).toEqual({
    shown: { text: "One two …", entities: [{ type: "bold", offset: 0, length: 3 }] },
    isFull: false,
  });
});

it.each(["", " \n"])("shows nothing of %j, which has no words", (text) => {
  expect(growingText(text)).toBeUndefined();
});

it("shows the first message of a long answer, and that it is full", () => {
  const words = Array.from({ length: 5_000 }, (_, index) => `w${index}`).join(" ");
  const { shown, isFull } = growingText(words) ?? expect.unreachable("there are words");
  expect(isFull).toBe(true);
  expect(shown.text.length).toBeLessThanOrEqual(maxTextLength);
  expect(words.startsWith(shown.text.slice(0, -2))).toBe(true);
  expect(growingText(words.slice(0, 4_000))?.isFull).toBe(false);
});

/** Pieces of which models make answers, some of them begun and not ended. */
const pieces = [
  "word ",
  "**bold** ",
  "*it",
  "`co",
  "\n\n",
  "\n- ",
  "\n```ts\n",
  "| a | b |\n|-|-|\n",
  "👨‍👩‍👧",
  "注意：",
  "[a](https://a.example/",
  "> ",
];

it("is a message that Telegram takes, wherever the writing is", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 3_000, size: "max" }), (all) => {
      const text = all.join("");
      const growing = growingText(text);
      if (!growing) expect(splitFormatted(renderMarkdown(text))).toEqual([]);
      const { shown } = growing ?? { shown: { text: " …", entities: [] } };
      expect(shown.text.length).toBeLessThanOrEqual(maxTextLength);
      expect(shown.text.endsWith(" …")).toBe(true);
      expect(shown.entities.length).toBeLessThanOrEqual(100);
      for (const { offset, length } of shown.entities)
        expect(offset + length).toBeLessThanOrEqual(shown.text.length - 2);
    }),
    { numRuns: 50 },
  );
});

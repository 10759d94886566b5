import * as fc from "fast-check";
import { expect, it } from "vitest";
import { isOnlyWords } from "./only-words.ts";
import { renderMarkdown } from "./render-markdown.ts";

const piece = fc.constantFrom(
  ..."a B2B 1 12 . ) ( ! ? , ; : :- - -- — “ ” \" ' % € « … ω 文字 。 🎉 1️⃣ \t _ * | # > + = & / @ ` \\".split(
    " ",
  ),
  " ",
  "  ",
  "\n",
  "\n\n",
  "\n\n\n",
  "\u00a0",
  "www.x.org",
  "http:",
  "x@y.org",
);
const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(""));

it("shows a text of nothing but words as the whole reading of Markdown does", () => {
  let plain = 0;
  fc.assert(
    fc.property(text, (words) => {
      if (!isOnlyWords(words)) return;
      plain++;
      const entities = [{ type: "bold", offset: words.length + 2, length: 3 }];
      // The second paragraph is none of them, so that the first one is read, too.
      expect(renderMarkdown(`${words}\n\n**end**`)).toEqual({ text: `${words}\n\nend`, entities });
      expect(renderMarkdown(words)).toEqual({ text: words, entities: [] });
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(500);
});

it.each(["Hello!", "It’s 5:30; tea (green), or 3.50 €?\nSee you.\n\nAnna", "你好，世界。"])(
  "takes %j for words",
  (words) => expect(isOnlyWords(words)).toBe(true),
);

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { printable } from "./printable.ts";

it("lets no text steer the terminal, and changes no other one", () => {
  expect(printable("\u001B]0;title\u0007 \u009B2J \r\u007F")).toBe(
    "\\u001b]0;title\\u0007 \\u009b2J \\u000d\\u007f",
  );
  const plain = "Zwei\n\tZeilen, 中文 и עברית 👩‍👩‍👧";
  expect(printable(plain)).toBe(plain);
});

it("changes no value in JSON", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(JSON.parse(printable(JSON.stringify({ text })))).toEqual({ text });
    }),
  );
});

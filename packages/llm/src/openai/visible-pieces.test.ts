import * as fc from "fast-check";
import { expect, it } from "vitest";
import { visiblePieces } from "./visible-pieces.ts";
import { hasLoneClosing, visibleText } from "./visible-text.ts";

/** What is handed out of an answer that comes in these pieces. */
function handedOut(deltas: readonly string[], { maxChars = 1_000, isHeld = false } = {}) {
  const out: string[] = [];
  const pieces = visiblePieces({ emit: (piece) => void out.push(piece), maxChars, isHeld });
  for (const delta of deltas) pieces.push(delta);
  const before = out.join("");
  const text = pieces.end();
  expect(out.join("")).toBe(text);
  return { before, text, isCut: pieces.isCut() };
}

/** What can be seen of a whole answer; white space alone is not handed out. */
const seenOf = (text: string) => (visibleText(text).trim() === "" ? "" : visibleText(text));

/** Cuts a text into its UTF-16 units. */
const units = (text: string) => text.split("");

/** Cuts a text at these places. */
function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted(
    (a, b) => a - b,
  );
  return [0, ...at].map((from, index) => text.slice(from, at[index]));
}

const words = fc.constantFrom(
  "<think>",
  "</think>",
  "< THINK >",
  "[THINK]",
  "[/THINK]",
  "◁think▷",
  "◁/think▷",
  "<|channel|>analysis<|message|>",
  "<|end|><|start|>assistant<|channel|>final<|message|>",
  "<|return|>",
  "`",
  "```\n",
  "\n",
  " ",
  "plan",
  "Hello!",
  "😀",
  "<",
  "a > b",
);

it("hands out what can be seen of the whole, however it is cut into pieces", () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      (said, places) => {
        const text = said.join("");
        const once = handedOut([text]).text;
        expect(handedOut(cut(text, places)).text).toBe(once);
        expect(handedOut(units(text)).text).toBe(once);
        expect(handedOut([text], { isHeld: true }).text).toBe(seenOf(text));
        // Only what was handed out before a closing tag came is not taken back.
        if (!hasLoneClosing(once)) expect(once).toBe(seenOf(text));
      },
    ),
    { numRuns: 2_000 },
  );
});

it.each([
  "<think>plan</think>\n\nHello!",
  "<think>a<think>b</think>c</think>Hello!",
  "<|channel|>analysis<|message|>plan<|end|><|start|>assistant<|channel|>final<|message|>Hello!<|return|>",
  "<think>an odd ` mark</think>Hello!",
  "<think>The user wants",
  "Hello! In HTML, <think> is no element.",
  "  Hello!",
  "\n \n",
  "<|channel|>final<|message|> \n",
  "<|channel|>final<|message|> <|return|>",
  "<think>plan</think>a <",
  "<think>plan</think>a <|end",
  "<think>plan</think><",
  "Hello!<|end|>",
])("hands out the same as of a whole answer: %j", (text) => {
  expect(handedOut(units(text)).text).toBe(seenOf(text));
});

it("does not wait longer than it has to", () => {
  expect(handedOut(["He"]).before).toBe("He");
  expect(handedOut(["<think>plan</think>", "Hel"]).before).toBe("Hel");
  expect(
    handedOut(["<", "b>Hello, this is bold</b>, and this is an answer in HTML".repeat(2)]).before,
  ).not.toBe("");
  expect(handedOut(["a <", "b"]).before).toBe("a <b");
});

it("holds everything back of a model that thinks without saying so", () => {
  const deltas = ["The user", " asks.\n</think>", "\nHello!"];
  expect(handedOut(deltas, { isHeld: true })).toMatchObject({ before: "", text: "Hello!" });
});

it("cuts, and never within a character", () => {
  expect(handedOut(["Hel", "lo!"], { maxChars: 4 })).toMatchObject({ text: "Hell", isCut: true });
  expect(handedOut(["Hel", "lo!"], { maxChars: 6 })).toMatchObject({
    text: "Hello!",
    isCut: false,
  });
  expect(handedOut([...units("a😀"), "b"], { maxChars: 2 }).text).toBe("a");
});

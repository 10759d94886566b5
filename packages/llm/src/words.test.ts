import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords, firstWords } from "./words.ts";

describe("countWords", () => {
  it("counts words in scripts without spaces", () => {
    expect(countWords("I live in Haifa, near the sea.")).toBe(7);
    expect(countWords("我住在海边的一个小城市里")).toBeGreaterThan(5);
    expect(countWords("")).toBe(0);
  });

  it("counts a long text like the sum of its parts", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.constantFrom("word", "слово", "parole"),
        (count, word) => {
          expect(countWords(Array.from({ length: count }, () => word).join(" "))).toBe(count);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("stops one past the limit, and survives a text without a break", () => {
    expect(countWords("word ".repeat(100_000), 10)).toBe(11);
    expect(countWords("x".repeat(100_000))).toBeGreaterThan(0);
  });
});

describe("firstWords", () => {
  it("keeps a short text as it is and marks a cut", () => {
    expect(firstWords("I live in Haifa.", 4)).toBe("I live in Haifa.");
    expect(firstWords("I live in Haifa, near the sea.", 4)).toBe("I live in Haifa,…");
  });
});

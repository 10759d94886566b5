import { describe, expect, it } from "vitest";
import { lightAnalyzer } from "./analyzer.ts";
import { isShort, parseQuery, withBefore } from "./query.ts";

const light = lightAnalyzer();
const parsed = (text: string) => parseQuery(text, light);
const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => String(from + at));

describe("a question", () => {
  it("looks up its first 32 words, of a pasted text as well", () => {
    expect([...parsed(numbers(100, 500).join(" ")).keys()]).toEqual(numbers(100, 32));
  });

  it("counts a word as often as it has it, but three times at most", () => {
    expect(parsed("dog cat dog")).toEqual(
      new Map([
        ["dog", 2],
        ["cat", 1],
      ]),
    );
    expect(parsed("dog ".repeat(50))).toEqual(new Map([["dog", 3]]));
    expect(parsed(`${numbers(100, 32).join(" ")} 100`).get("100")).toBe(2);
  });

  it("is short with three words, where a word of a script without spaces is two pairs", () => {
    expect(isShort(parsed("the address of the dentist in Lisbon"))).toBe(true);
    expect(isShort(parsed("the address of the dentist in Lisbon, Oak Street"))).toBe(false);
    expect(isShort(parsed("花生过敏医生"))).toBe(true);
    expect(isShort(parsed("花生过敏医生地址在哪条街"))).toBe(false);
  });

  it("takes up to 16 words of what was said before, each of which counts a quarter of its own", () => {
    const query = parsed("dog");
    expect(withBefore(query, "My dog barks", light)).toEqual(
      new Map([
        ["dog", 1],
        ["bark", 0.25],
      ]),
    );
    expect(withBefore(query, numbers(100, 500).join(" "), light).size).toBe(17);
  });
});

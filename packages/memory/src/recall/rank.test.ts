import { expect, it } from "vitest";
import { bytesOf, encodeNumber, trimmed, unitAt, weigh } from "./postings.ts";
import { rank } from "./rank.ts";

const posting = (unit: number, weight = "z") => `${encodeNumber(unit)}${weight}`;
const weightOf = (terms: readonly string[]) => weigh(terms).get("a") ?? "";
const around = { units: 40, floor: 2, ceiling: 40, limit: 16, boost: () => 1 };

function scoreOf(unit: number, list: string): number {
  const { ranked } = rank(new Map([["a", 1]]), new Map([["a", list]]), around);
  return ranked.find((one) => one.unit === unit)?.score ?? 0;
}

it("writes numbers that compare like texts, and reads them back", () => {
  const numbers = [0, 1, 63, 64, 4_095, 4_096, 262_143, 262_144, 16_777_215];
  const texts = numbers.map((unit) => encodeNumber(unit));
  expect(texts.toSorted()).toEqual(texts);
  expect(texts.map((text) => unitAt(bytesOf(text), 0))).toEqual(numbers);
});

it("counts a term that is rare in a message less than one that fills it", () => {
  const rest = Array.from({ length: 40 }, (_, n) => `other${n}`);
  expect(weightOf(["a"]) > weightOf(["a", ...rest])).toBe(true);
  expect(weightOf(["a", "a"]) > weightOf(["a"])).toBe(true);
});

it("counts a term less with every message between, and not beyond four of them", () => {
  const scores = [10, 11, 12, 13, 14, 15].map((unit) => scoreOf(unit, posting(10)));
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  expect(new Set(scores).size).toBe(6);
  expect(scores.at(-1)).toBe(0);
  expect(scoreOf(6, posting(10))).toBe(scores.at(4));
});

it("counts a term once for each place, at its nearest and not at its latest", () => {
  expect(scoreOf(11, posting(10) + posting(13))).toBe(scoreOf(11, posting(10) + posting(33)));
  expect(scoreOf(10, posting(10) + posting(30))).toBeGreaterThan(
    scoreOf(10, posting(8) + posting(30)),
  );
});

it("chooses the place that has more of the query around it, not the one that repeats a word", () => {
  const query = new Map([
    ["a", 1],
    ["b", 1],
  ]);
  const lists = new Map([
    ["a", posting(4) + posting(5) + posting(6) + posting(20)],
    ["b", posting(21)],
  ]);
  expect(rank(query, lists, around).turns[0]).toBe(10);
});

it("gives as many turns as it was asked for, the newest one first of those that are alike", () => {
  const list = Array.from({ length: 9 }, (_, n) => posting(2 + 4 * n)).join("");
  const query = new Map([["a", 1]]);
  const { turns } = rank(query, new Map([["a", list]]), { ...around, limit: 3 });
  expect(turns).toEqual([17, 15, 13]);
});

it("knows no unit below the first one that is kept", () => {
  const list = posting(2) + posting(8) + posting(20);
  expect(trimmed(list, 8, 100)).toBe(posting(8) + posting(20));
  expect(trimmed(list, 9, 100)).toBe(posting(20));
  expect(trimmed(list, 0, 2)).toBe(posting(8) + posting(20));
  expect(trimmed(list, 99, 100)).toBe("");
});

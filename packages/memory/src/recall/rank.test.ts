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

/** The turn that is chosen first by two words that are asked for so often. */
function bestOf(often: readonly [number, number], lists: readonly [string, string]) {
  const query = new Map(Object.entries({ a: often[0], b: often[1] }));
  return rank(query, new Map(Object.entries({ a: lists[0], b: lists[1] })), around).turns[0];
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

it("adds up what each word of the question counts, and nothing of another one", () => {
  const [a, b] = [new Map([["a", 1]]), new Map([["b", 1]])];
  const lists = new Map([
    ["a", posting(10)],
    ["b", posting(12, "1")],
  ]);
  const at12 = (query: ReadonlyMap<string, number>) =>
    rank(query, lists, around).ranked.find(({ unit }) => unit === 12)?.score ?? 0;
  expect(at12(new Map([...a, ...b]))).toBeCloseTo(at12(a) + at12(b), 5);
});

it("chooses by what is rare, by what fills a message, and by what was asked for more than once", () => {
  expect(bestOf([1, 1], [posting(4), posting(20) + posting(30) + posting(40)])).toBe(2);
  expect(bestOf([1, 1], [posting(4), posting(20, "9")])).toBe(2);
  expect(bestOf([2, 1], [posting(4), posting(20)])).toBe(2);
});

it("counts what was answered as what was said", () => {
  const list = posting(4) + posting(21);
  const { turns } = rank(new Map([["a", 1]]), new Map([["a", list]]), around);
  expect(turns.slice(0, 2)).toEqual([10, 2]);
});

it("lets a message that is not kept any more count for none that is", () => {
  const list = posting(2) + posting(20);
  const { turns } = rank(new Map([["a", 1]]), new Map([["a", list]]), { ...around, floor: 4 });
  expect(turns).not.toContain(2);
});

it("tells how much a word says in a sentence: less when it was only said before, once when it is repeated", () => {
  const query = new Map(Object.entries({ before: 0.25, once: 1, often: 3 }));
  const lists = new Map([...query.keys()].map((term) => [term, posting(10)]));
  const { values } = rank(query, lists, around);
  const once = values.get("once") ?? 0;
  expect(once).toBeGreaterThan(0);
  expect([values.get("before"), values.get("often")]).toEqual([once / 4, once]);
});

it("still finds a word in the longest message", () => {
  const rest = Array.from({ length: 10_000 }, (_, n) => `other${n}`);
  expect(scoreOf(10, posting(10, weightOf(["a", ...rest])))).toBeGreaterThan(0);
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateSummary } from "../validate-summary.ts";
import { blindCases } from "./blind.kit.ts";
import { casesOfBlocks } from "./blocks.kit.ts";
import { type CorpusCase, corpusCases, languages, turnsOf } from "./cases.kit.ts";
import { evasive } from "./evasive.kit.ts";
import { moreBad, moreGood } from "./more.kit.ts";
import { fifthEast } from "./fifth-east.kit.ts";
import { fifthWest } from "./fifth-west.kit.ts";
import { fourthEast } from "./fourth-east.kit.ts";
import { fourthWest } from "./fourth-west.kit.ts";
import { faultOf, ratesTable } from "./rates.kit.ts";
import { seventhCases } from "./seventh.kit.ts";
import { sixthCases } from "./sixth.kit.ts";
import { tempting } from "./tempting.kit.ts";
import { third } from "./third.kit.ts";

const kinds = [...new Set(corpusCases.map(({ kind }) => kind))];

/** At least this share of the bad texts of a kind is refused or cut out, and at most the other share of the good ones. */
const badRefused = 0.95;
const goodRefused = 0.02;

const wrongIn = (cases: readonly CorpusCase[]): readonly string[] =>
  cases.flatMap((one) => {
    const fault = faultOf(one);
    return fault === undefined ? [] : [`${one.language}, ${one.text.slice(0, 80)}: ${fault}`];
  });

describe("of the corpus, in nine languages", () => {
  for (const kind of kinds)
    it(`hardly a text is judged wrongly: ${kind}`, () => {
      const cases = corpusCases.filter((one) => one.kind === kind);
      const wrong = wrongIn(cases);
      const good = cases.some((one) => one.good);
      const allowed = Math.max(cases.length * (good ? goodRefused : 1 - badRefused), good ? 1 : 0);
      // The table judges every case once more, so it is made only for somebody who has to read it.
      const told =
        wrong.length > allowed ? `${ratesTable(cases, "language")}\n${wrong.join("\n")}` : "";
      expect(wrong.length, told).toBeLessThanOrEqual(allowed);
    });
});

describe("of batches that were written without a look at the rules, which were widened afterwards", () => {
  it("nothing bad stays, and every good text does: third", () => {
    expect(wrongIn(blindCases(third, "third"))).toEqual([]);
  });

  it("one bad text stays, about a stranger whose name begins like a word of the person's: fourth", () => {
    const wrong = wrongIn(blindCases([...fourthWest, ...fourthEast], "fourth"));
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(1);
  });

  it("nothing bad stays, and every good text does: fifth", () => {
    expect(wrongIn(blindCases([...fifthWest, ...fifthEast], "fifth"))).toEqual([]);
  });
});

/** The bad texts of which something bad stays, and the good ones that do not stay as they are. */
function wrongOf(cases: readonly CorpusCase[]) {
  const changed = cases.filter(({ good, text, previous, turns }) => {
    if (!good) return false;
    const result = validateSummary(text, { previous, turns, minWords: 200, maxWords: 300 });
    return !result.ok || result.text !== text;
  });
  return {
    kept: wrongIn(cases.filter(({ good }) => !good)),
    changed: changed.map(({ text }) => text),
  };
}

describe("of batches in which each text has a conversation of its own", () => {
  const batches = [
    { name: "sixth", cases: sixthCases, bad: 81, good: 42 },
    { name: "seventh", cases: seventhCases, bad: 108, good: 63 },
    { name: "good ones that look wrong", cases: casesOfBlocks(tempting), bad: 0, good: 31 },
  ] as const;
  for (const { name, cases, bad, good } of batches)
    it(`nothing bad stays, and every good text does: ${name}`, () => {
      expect(cases.filter((one) => !one.good)).toHaveLength(bad);
      expect(cases.filter((one) => one.good)).toHaveLength(good);
      expect(wrongOf(cases)).toEqual({ kept: [], changed: [] });
    });
});

/** Of this many of the 40 evasive bad texts, nothing bad stays. */
const evasiveRefused = 27;

describe("of bad texts that were worded to miss the rules", () => {
  it("two in three are refused or cut, and every good text beside them stays", () => {
    const cases = casesOfBlocks(evasive);
    const { kept, changed } = wrongOf(cases);
    expect(cases.filter(({ good }) => !good)).toHaveLength(40);
    expect(kept.length, kept.join("\n")).toBeLessThanOrEqual(40 - evasiveRefused);
    expect(changed).toEqual([]);
  });
});

const judge = (corpus: (typeof languages)[number], text: string) =>
  validateSummary(text, {
    previous: null,
    turns: turnsOf(corpus.said),
    minWords: 200,
    maxWords: 300,
  });

describe("of what was written after the rules", () => {
  for (const corpus of languages)
    it(`no bad sentence stays, and every good one does: ${corpus.language}`, () => {
      const base = [0, 5, 9, 3].map((place) => corpus.good[place] ?? "");
      const kept = (moreBad[corpus.language] ?? []).filter((bad) => {
        const result = judge(corpus, [...base, bad].join("\n"));
        return result.ok && result.text.includes(bad);
      });
      const refused = (moreGood[corpus.language] ?? []).filter((good) => {
        const result = judge(corpus, good);
        return !result.ok || result.text !== good;
      });
      expect({ kept, refused }).toEqual({ kept: [], refused: [] });
    });
});

describe("a bad sentence", () => {
  it("never stays, wherever in a good summary it stands", () => {
    const places = fc.record({
      corpus: fc.constantFrom(...languages),
      goods: fc.array(fc.nat(24), { minLength: 3, maxLength: 8 }),
      bad: fc.nat(3),
      at: fc.nat(8),
      kind: fc.constantFrom("refusal", "meta", "instruction", "foreign_url", "secret" as const),
    });
    fc.assert(
      fc.property(places, ({ corpus, goods, bad, at, kind }) => {
        const texts = corpus.bad[kind];
        const wrong = texts[bad % texts.length] ?? "";
        const parts = goods.map((place) => corpus.good[place] ?? "");
        parts.splice(at, 0, wrong);
        const result = validateSummary(parts.join("\n"), {
          previous: null,
          turns: turnsOf(corpus.said),
          minWords: 200,
          maxWords: 300,
        });
        expect(result.ok && result.text.includes(wrong)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("costs no more time than a good one, however hostile a text is", () => {
    const hostile = [
      "a".repeat(100_000),
      "<think>".repeat(15_000),
      "[".repeat(100_000),
      "((((".repeat(25_000),
      "ignore all ".repeat(9_000),
      "every answer ".repeat(8_000),
      '"'.repeat(100_000),
      "a.".repeat(50_000),
      "1 ".repeat(50_000),
      "A1".repeat(50_000),
      "password ".repeat(11_000),
      "助手".repeat(50_000),
      "すべての回答".repeat(17_000),
      ", but ".repeat(16_000),
      "🙂".repeat(50_000),
      "- \n".repeat(33_000),
    ];
    for (const text of hostile)
      expect(
        validateSummary(text, {
          previous: text,
          turns: turnsOf([[text, text]]),
          minWords: 200,
          maxWords: 300,
        }),
      ).toBeDefined();
  });
});

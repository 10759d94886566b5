import { describe, expect, it } from "vitest";
import { said } from "../testing/recall-kit.ts";
import { lightAnalyzer } from "./analyzer.ts";
import { type FoundTurn, pack } from "./pack.ts";
import type { Scored } from "./rank.ts";
import { splitSentences, wordCount } from "./words.ts";

const { terms } = lightAnalyzer();
const values = new Map([["zebra", 1]]);
/** What the header of a day and the name of who speaks take. */
const headers = 5;

async function* all(turns: readonly FoundTurn[]): AsyncGenerator<FoundTurn> {
  yield* turns;
}

/** What is quoted of messages, which are all of one day, with so many words besides the headers of one message. */
async function quoted(
  words: number,
  ranked: readonly Scored[],
  ...turns: readonly FoundTurn[]
): Promise<readonly string[]> {
  const packed = await pack({ ranked, values }, all(turns), { maxWords: headers + words, terms });
  return packed.map(({ user }) => user);
}

const first = [{ unit: 2, score: 1 }];
const both = [...first, { unit: 4, score: 1 }];
const one = (user: string): FoundTurn => [1, said("a", user, "")];
const long = (words: number) => `Zebra ${"word ".repeat(words - 2)}end.`;
const other = (user: string): FoundTurn => [2, said("b", user, "")];

describe("what is quoted", () => {
  it("keeps the order in which it was said, with … for what was left out", async () => {
    const message = one("A zebra runs. It rains. Zebra, zebra. Zebras sleep.");
    expect(await quoted(7, first, message)).toEqual([
      "A zebra runs. … Zebra, zebra. Zebras sleep.",
    ]);
  });

  it("pays once for who speaks", async () => {
    const message = one("Zebras run. Zebras sleep. Zebras eat.");
    expect(await quoted(6, first, message)).toEqual([message[1].user]);
    expect(await quoted(5, first, message)).toEqual(["Zebras run. Zebras sleep."]);
  });

  it("is the sentence with the word, of a place that fits as well as another", async () => {
    const messages = [one("It rains today."), other("A zebra runs.")];
    expect(await quoted(3, both, ...messages)).toEqual(["A zebra runs."]);
  });

  it("is of the place that fits better, rather than the one with the word", async () => {
    const ranked = [
      { unit: 2, score: 3 },
      { unit: 4, score: 1 },
    ];
    const messages = [one("It rains today."), other("A zebra runs.")];
    expect(await quoted(3, ranked, ...messages)).toEqual(["It rains today."]);
  });

  it("is the earlier one of two that are alike", async () => {
    expect(await quoted(2, first, one("Zebra one. Zebra two."))).toEqual(["Zebra one."]);
    expect(await quoted(2, both, other("Zebra two."), one("Zebra one."))).toEqual(["Zebra one."]);
  });

  it("is a shorter sentence where the best one has no room", async () => {
    const message = one("Zebra, zebra, zebra, zebra, zebra. One zebra.");
    expect(await quoted(3, first, message)).toEqual(["One zebra."]);
  });

  it("is no sentence of more than 60 words, which is a text that was pasted", async () => {
    expect(await quoted(100, first, one(long(60)))).toEqual([long(60)]);
    expect(await quoted(100, first, one(long(61)))).toEqual([]);
  });

  it("ends with its line", async () => {
    expect(await quoted(2, first, one("zebra one\nrain two"))).toEqual(["zebra one"]);
  });
});

it("says how well a turn fits by the better one of its messages", async () => {
  const ranked = [...first, { unit: 3, score: 2 }];
  const turns = all([[1, said("a", "A zebra.", "Yes.")]]);
  expect(await pack({ ranked, values }, turns, { maxWords: 50, terms })).toMatchObject([
    { score: 2 },
  ]);
});

it("looks at no more turns than hold twice the words that are wanted", async () => {
  let looked = 0;
  async function* counted(): AsyncGenerator<FoundTurn> {
    for (let n = 1; n <= 9; n++) {
      looked++;
      yield [n, said(`t${n}`, "One zebra eats hay.", "")];
    }
  }
  const ranked = Array.from({ length: 9 }, (_, at) => ({ unit: 2 * at + 2, score: 1 }));
  await pack({ ranked, values }, counted(), { maxWords: 10, terms });
  expect(looked).toBe(5);
});

it("counts words also where no spaces part them, and cuts only the beginning of a very long text", () => {
  expect(wordCount("我的狗对花生过敏")).toBeGreaterThan(3);
  expect(wordCount("It's 5 o'clock")).toBe(3);
  expect(splitSentences("word ".repeat(50_000)).join(" ").length).toBeLessThanOrEqual(20_000);
});

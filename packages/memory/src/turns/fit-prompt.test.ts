import * as fc from "fast-check";
import { expect, it } from "vitest";
import { fitPrompt } from "./fit-prompt.ts";

const contents = fc
  .record({
    system: fc.nat(1_000),
    message: fc.nat(1_000),
    summary: fc.nat(600),
    recalled: fc.nat(300),
    sizes: fc.array(fc.tuple(fc.integer({ min: 8, max: 900 }), fc.boolean()), { maxLength: 40 }),
  })
  .map(({ sizes, ...others }) => ({
    ...others,
    turns: sizes.map(([tokens, covered], at) => ({ seq: at + 1, tokens, covered })),
  }));

it("keeps within the limit, or leaves nothing but what no prompt goes without", () => {
  fc.assert(
    fc.property(contents, fc.nat(20_000), (given, limit) => {
      const { tokens, summary, recalled, dropped } = fitPrompt(given, limit);
      const kept = given.turns.filter(({ seq }) => !dropped.has(seq));
      const sum = kept.reduce((all, turn) => all + turn.tokens, given.system + given.message);
      const besides = (summary ? given.summary : 0) + (recalled ? given.recalled : 0);
      expect(tokens).toBe(sum + besides);
      if (tokens > limit) expect([kept, tokens]).toEqual([[], given.system + given.message]);
    }),
    { numRuns: 1_000 },
  );
});

it("drops quotations before anything else, then covered turns, then pending ones, the oldest first, and the summary last", () => {
  fc.assert(
    fc.property(contents, fc.nat(20_000), (given, limit) => {
      const { summary, recalled, dropped } = fitPrompt(given, limit);
      if (recalled) expect(dropped.size).toBe(0);
      const [covered, pending] = [true, false].map((is) =>
        given.turns.filter((turn) => turn.covered === is).map(({ seq }) => seq),
      );
      const order = [...(covered ?? []), ...(pending ?? [])];
      expect([...dropped]).toEqual(order.slice(0, dropped.size));
      if (given.summary > 0 && !summary) expect(dropped.size).toBe(order.length);
    }),
    { numRuns: 1_000 },
  );
});

it("drops nothing that has room, and no more than it must", () => {
  const turns = [1, 2, 3].map((seq) => ({ seq, tokens: 10, covered: seq === 2 }));
  const given = { system: 2, message: 3, summary: 5, recalled: 0, turns };
  expect(fitPrompt({ ...given, recalled: 4 }, 44)).toMatchObject({ tokens: 44, recalled: true });
  expect(fitPrompt({ ...given, recalled: 4 }, 43)).toMatchObject({ tokens: 40, recalled: false });
  expect([...fitPrompt(given, 40).dropped]).toEqual([]);
  expect([...fitPrompt(given, 39).dropped]).toEqual([2]);
  expect([...fitPrompt(given, 20).dropped]).toEqual([2, 1]);
  expect(fitPrompt(given, 10)).toMatchObject({
    tokens: 10,
    summary: true,
    dropped: new Set([2, 1, 3]),
  });
  expect(fitPrompt(given, 9)).toMatchObject({ tokens: 5, summary: false });
});

import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Turn } from "../turn.ts";
import { sliceOf } from "./slice.ts";

const turn = (seq: number, chars: number, more: Partial<Turn> = {}) => ({
  seq,
  turnId: `t${seq}`,
  atMs: 0,
  user: "x".repeat(chars),
  assistant: "",
  ...more,
});
const undone = (seq: number) => turn(seq, 0, { undone: true });
const seqsOf = (turns: readonly Turn[] = []) => turns.map(({ seq }) => seq);

it("takes whole turns from the oldest on, as many as fit, and one at least", () => {
  const size = fc.record({ chars: fc.nat(30), isUndone: fc.boolean() });
  const limits = fc.record({
    maxChars: fc.integer({ min: 1, max: 60 }),
    maxTurns: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(size), limits, (sizes, { maxChars, maxTurns }) => {
      const turns = sizes.map(({ chars, isUndone }, at) =>
        isUndone ? undone(at + 1) : turn(at + 1, chars),
      );
      const slice = sliceOf(turns, { maxChars, maxTurns });
      const readable = turns.filter((one) => !("undone" in one));
      if (!slice) {
        expect(readable).toEqual([]);
        return;
      }
      const { said, to, rest } = slice;
      const chars = said.reduce((sum, { user }) => sum + user.length, 0);
      expect(said).toEqual(readable.slice(0, said.length));
      expect(said.length === 1 || (chars <= maxChars && said.length <= maxTurns)).toBe(true);
      expect(said.length).toBeGreaterThan(0);
      expect(seqsOf(rest)).toEqual(seqsOf(turns.slice(to)));
      const next = readable[said.length];
      expect(rest[0]).toBe(next);
      const isFull = said.length === maxTurns || chars + (next?.user.length ?? 0) > maxChars;
      expect(next === undefined || isFull).toBe(true);
    }),
  );
});

it("leaves out what was undone, covers it, and gives nothing when nothing else is left", () => {
  const turns = [undone(1), turn(2, 50), undone(3), turn(4, 50), undone(5)];
  const first = sliceOf(turns, { maxChars: 60 });
  expect([seqsOf(first?.said), first?.to]).toEqual([[2], 3]);
  const second = sliceOf(first?.rest ?? [], { maxChars: 60 });
  expect([seqsOf(second?.said), second?.to, second?.rest]).toEqual([[4], 5, []]);
  expect(sliceOf([undone(6)], { maxChars: 60 })).toBeNull();
});

it("gives turns in the order in which they were begun", () => {
  const slow = turn(3, 1, { began: { after: 0, atMs: 1_000 } });
  const quick = turn(2, 1, { began: { after: 0, atMs: 2_000 } });
  const slice = sliceOf([turn(1, 1, { began: { after: 0, atMs: 500 } }), quick, slow], {
    maxChars: 60,
  });
  expect([seqsOf(slice?.said), slice?.to]).toEqual([[1, 3, 2], 3]);
});

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sliceOf } from "./slice.ts";

const turn = (seq: number, chars: number) => ({
  seq,
  turnId: `t${seq}`,
  atMs: 0,
  user: "x".repeat(chars),
  assistant: "",
});

it("takes whole turns from the oldest on, as many as fit, and one at least", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(30), { minLength: 1 }),
      fc.integer({ min: 1, max: 60 }),
      (sizes, max) => {
        const turns = sizes.map((chars, index) => turn(index + 1, chars));
        const slice = sliceOf(turns, max);
        const chars = sizes.slice(0, slice.length).reduce((sum, size) => sum + size, 0);
        expect(slice).toEqual(turns.slice(0, slice.length));
        expect(slice.length === 1 || chars <= max).toBe(true);
        expect(slice.length > 0).toBe(true);
        const next = sizes[slice.length];
        expect(next === undefined || chars + next > max).toBe(true);
      },
    ),
  );
});

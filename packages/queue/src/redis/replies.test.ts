import { expect, it } from "vitest";
import { batchOf, outcomeOf } from "./replies.ts";

it.each([
  [-1, null],
  ["-1", null],
  [0, 0],
  ["7", 7],
])(
  "reads when the next lane falls due, from a client that makes strings of numbers too: %o",
  (ms, next) => {
    expect(batchOf([ms, 0, []], "s.1").nextMs).toBe(next);
  },
);

it("refuses an outcome that it does not know", () => {
  expect(outcomeOf("-1")).toBe("gone");
  expect(() => outcomeOf(7)).toThrow("unknown outcome `7`");
});

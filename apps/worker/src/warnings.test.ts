import { expect, it } from "vitest";
import { createWarnings } from "./warnings.ts";

it("warns when trouble begins, is quiet about the same for an hour, and then says how often it came", () => {
  const lines: unknown[] = [];
  let nowMs = 0;
  const warn = createWarnings(
    {
      warn: (fields: unknown) => lines.push(fields),
      debug: () => {},
    },
    { now: () => nowMs },
  );
  for (const kind of ["a", "a", "b", "a"]) warn(kind, { kind }, "what");
  expect(lines).toEqual([{ kind: "a" }, { kind: "b" }]);
  nowMs = 3_600_000;
  warn("a", { kind: "a" }, "what");
  expect(lines.at(-1)).toEqual({ kind: "a", timesSince: 2 });
});

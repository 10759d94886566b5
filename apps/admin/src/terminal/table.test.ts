import { expect, it } from "vitest";
import { table } from "./table.ts";

it("aligns its columns, the first to the left", () => {
  expect(
    table([
      ["list", "jobs"],
      ["inbound", "7"],
    ]),
  ).toBe("list     jobs\ninbound     7\n");
});

it("gives each row one line of the terminal, whatever its cells hold", () => {
  const rows = [
    ["1", "a reason\nof two  lines", "id"],
    ["2", "x".repeat(50), "id"],
  ];
  expect(table(rows, { width: 20, left: 3 }).split("\n")).toEqual([
    `1  a reason of two …`,
    `2  ${"x".repeat(16)}…`,
    "",
  ]);
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../files.ts";

const rows = readFileSync(join(root, "docs/public-reports.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`: "))
  .map((line) => line.split("|").map((cell) => cell.trim()));

it("docs/public-reports.md lists the twelve reports", () => {
  expect(rows).toHaveLength(12);
});

it.each(rows.map(([, report, , test]) => ({ report, test })))(
  "$report: the test is there that says so",
  ({ test }) => {
    const [, file = "", name] = /^`([^`]+)`: (.+)$/.exec(test ?? "") ?? [];
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(readFileSync(join(root, file), "utf8")).toContain(name);
  },
);

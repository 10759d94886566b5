import { expect, it } from "vitest";
import { capitalConstants, hyphenatedUnions, leaningComments } from "./rules.ts";

it.each([
  "/** Of one request. */",
  "/**\n * for the summarizer\n */",
  "  /** ms since 1970. @default Date.now */",
])("finds a comment that leans on what stands above it: %j", (source) => {
  expect(leaningComments(source)).toHaveLength(1);
});

it.each([
  "/** The deadline of one request. */",
  "/** `for` is a keyword. */",
  "/** Format of the file. */",
  "/** @internal */",
  "/* Of no doc comment. */",
])("leaves a whole sentence alone: %j", (source) => {
  expect(leaningComments(source)).toEqual([]);
});

it("finds constants in capitals", () => {
  expect(capitalConstants("const a = 1;\nconst MAX_LENGTH = 2;\nconst MAX: number = 3;")).toEqual([
    { line: 2, text: "MAX_LENGTH" },
    { line: 3, text: "MAX" },
  ]);
  expect(capitalConstants("const Message = z.object({});")).toEqual([]);
});

it("finds strings with hyphens in unions, and no others", () => {
  expect(hyphenatedUnions('type Status =\n  | "not-newer"\n  | "applied";')).toHaveLength(1);
  expect(hyphenatedUnions('type Status = "not-newer" | "applied";')).toHaveLength(1);
  expect(hyphenatedUnions('const name = a || "retry-after";')).toEqual([]);
  expect(hyphenatedUnions('type Status = "not_newer" | "applied";')).toEqual([]);
});

import { expect, it } from "vitest";
import { blocksOf, lineInReadme, moduleOf } from "./blocks.ts";

const readme = `# A package

<!-- given
declare const one: number;
declare const two: number;
-->

\`\`\`ts
one + two;
\`\`\`

\`\`\`sh
not code
\`\`\`

<!-- run -->

\`\`\`ts
1 + 2;
\`\`\`

A sentence.

\`\`\`ts
3;
\`\`\`
`;
const [first, second, third, ...rest] = blocksOf("README.md", readme);

it("finds the TypeScript blocks, and no others", () => {
  expect([first, second, third].map((block) => block?.line)).toEqual([9, 19, 25]);
  expect(rest).toEqual([]);
});

it("puts before a block what is given above it", () => {
  expect(first && moduleOf(first)).toBe(
    "declare const one: number;\ndeclare const two: number;\none + two;",
  );
  expect(third?.given).toEqual([]);
});

it("executes only what says so", () => {
  expect([first, second, third].map((block) => block?.run)).toEqual([false, true, false]);
});

it("knows where in the README a line of the module stands", () => {
  if (!first) throw new Error("There is no block.");
  expect([1, 2, 3].map((line) => lineInReadme(first, line))).toEqual([4, 5, 9]);
});

it("refuses a block without an end", () => {
  expect(() => blocksOf("README.md", "```ts\n1;")).toThrow(
    "README.md:1: the block is never closed.",
  );
});

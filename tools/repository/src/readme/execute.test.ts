import { afterAll, describe, expect, it } from "vitest";
import { blocksOf } from "./blocks.ts";
import { compile } from "./compile.ts";
import { execute } from "./execute.ts";
import { layOut } from "./workbench.ts";

const readme = `# Fixture

<!-- given
const price: number = "free";
-->

\`\`\`ts
price.toFixed(2);
price.toFixd(2);
\`\`\`

<!-- run
const reason = "as it should";
-->

\`\`\`ts
throw new Error(\`fails \${reason} at \${process.env["REDIS_URL"]}\`);
\`\`\`

<!-- run -->

\`\`\`ts
import { test } from "node:test";
test("fails later", async () => Promise.reject(new Error("in the test")));
\`\`\`

<!-- run -->

\`\`\`ts
import { it } from "vitest";
it("fails in vitest", () => { throw new Error("in vitest"); });
\`\`\`

<!-- run -->

\`\`\`ts
import { setInterval } from "node:timers";
setInterval(() => {}, 1_000);
\`\`\`
`;
const blocks = blocksOf("fixture/README.md", readme);
const bench = await layOut(blocks);
afterAll(() => bench.remove());
const at = (line: number) => {
  const block = blocks.find((one) => one.line === line);
  if (!block) throw new Error(`No block begins at line ${line}.`);
  return execute(block, bench, { redisUrl: "redis://somewhere" });
};

it("names the file and the line of what does not compile, given or shown", async () => {
  expect((await compile(bench)).map(({ text }) => text)).toEqual([
    "fixture/README.md:4: TS2322: Type 'string' is not assignable to type 'number'.",
    "fixture/README.md:9: TS2551: Property 'toFixd' does not exist on type 'number'. Did you mean 'toFixed'?",
  ]);
});

describe("executes a block", () => {
  it("and names the line that throws", async () => {
    const said = await at(17);
    expect(said).toContain("fails as it should at redis://somewhere");
    expect(said).toContain("fixture/README.md:17\nthrow new Error");
  });

  it("of node:test to the end of its tests", async () => {
    expect(await at(23)).toContain("in the test");
  });

  it("of vitest by vitest", async () => {
    expect(await at(30)).toContain("in vitest");
  });

  it("no longer than to its last line", async () => {
    expect(await at(37)).toBeNull();
  });
});

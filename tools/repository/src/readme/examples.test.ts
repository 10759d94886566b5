import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ownRedis } from "@tgmem/testbed";
import { afterAll, describe, expect, it } from "vitest";
import { filesOf, root } from "../files.ts";
import { blocksOf } from "./blocks.ts";
import { compile } from "./compile.ts";
import { execute } from "./execute.ts";
import { layOut } from "./workbench.ts";

const readmes = filesOf("README.md", "*/README.md");
const blocks = (
  await Promise.all(
    readmes.map(async (file) => blocksOf(file, await readFile(join(root, file), "utf8"))),
  )
).flat();
const bench = await layOut(blocks);
afterAll(() => bench.remove());
const complaints = await compile(bench);
const about = (file: string) =>
  complaints.filter((complaint) => complaint.file === file).map(({ text }) => text);

describe("the examples of a README compile", () => {
  it.each(readmes)("%s", (file) => {
    expect(about(file)).toEqual([]);
  });

  it("with what they import", () => {
    expect(complaints.filter(({ file }) => !readmes.includes(file))).toEqual([]);
  });
});

const runnable = blocks
  .filter(({ run }) => run)
  .map((block) => ({ block, place: `${block.file}:${block.line}` }));
const redis = await ownRedis({ appendonly: false });
afterAll(() => redis.stop());

describe.skipIf(redis.missing)("the examples that can be executed do not fail", () => {
  it.each(runnable)("$place", { timeout: 120_000 }, async ({ block }) => {
    expect(await execute(block, bench, { redisUrl: redis.url })).toBeNull();
  });
});

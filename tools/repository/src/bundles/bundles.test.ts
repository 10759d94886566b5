import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { root } from "../files.ts";

it.each([
  ["@tgmem/llm/openai", "packages/llm/src/openai/index.ts", ["openai"], 115_000],
  ["@tgmem/airtable-store", "packages/airtable-store/src/index.ts", ["airtable"], 115_000],
  ["@tgmem/airtable-store/redis", "packages/airtable-store/src/redis/index.ts", [], 115_000],
] as const)(
  "%s stays small in the bundle of who uses it",
  async (_name, entry, external, mostBytes) => {
    const { outputFiles } = await build({
      entryPoints: [join(root, entry)],
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "node",
      conditions: ["@tgmem/source"],
      external: [...external],
    });
    const bytes = outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(mostBytes);
  },
);

it.each([
  ["@tgmem/telegram", "index.ts", false],
  ["@tgmem/telegram/rendering", "rendering/index.ts", false],
  ["@tgmem/telegram/gramjs", "gramjs/index.ts", true],
] as const)("%s loads GramJS, and what it alone needs, or not", async (_name, entry, loads) => {
  const { metafile } = await build({
    entryPoints: [join(root, "packages/telegram/src", entry)],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
  });
  const inputs = Object.keys(metafile.inputs).join("\n");
  for (const name of ["telegram", "big-integer", "zod"])
    expect([name, inputs.includes(`/node_modules/${name}/`)]).toEqual([name, loads]);
});

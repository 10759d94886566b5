import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, it, onTestFinished } from "vitest";
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

it("an app writes lines that a person can read also when it is bundled", async () => {
  const folder = await mkdtemp(join(root, "node_modules/.bundle-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await build({
    stdin: {
      contents: `import { logDestination } from "./log-format.ts";
        const shown = await logDestination("pretty");
        shown.write(JSON.stringify({ level: 30, time: 1, app: "test", msg: "started" }));`,
      resolveDir: join(root, "packages/service/src"),
      loader: "ts",
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    outExtension: { ".js": ".mjs" },
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
    },
  });
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "stdin.mjs")]);
  expect(stdout).toMatch(/^\[.*\] INFO: test: started\n$/);
});

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

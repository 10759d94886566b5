import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

/**
 * One configuration for every test: at the root `vitest run` tests all packages in one run, and in the folder of a
 * package `vitest run --config ../../vitest.config.ts --root .` tests that package.
 */
export default defineConfig({
  // Workspace packages are tested from their sources: no build before a test.
  ssr: { resolve: { conditions: ["@tgmem/source"] } },
  test: {
    include: ["src/**/*.test.ts"],
    passWithNoTests: false,
    globalSetup: join(root, "packages/testbed/src/share-servers.ts"),
    // Three times the cores, because most tests wait for servers and processes; eight at most, because each takes memory.
    maxWorkers: Math.min(8, 3 * availableParallelism()),
    // A test waits for conditions. These limits are there for what never comes, on the slowest machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 50 } },
    ...(process.cwd() === root && { projects: packages() }),
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: results() }]] : ["default"],
  },
});

function packages() {
  return globSync("{{apps,packages,test-servers,tools}/*,examples}/package.json", { cwd: root })
    .map((file) => dirname(file))
    .map((folder) => ({
      extends: true as const,
      root: join(root, folder),
      test: { name: nameIn(folder) },
    }));
}

/** `queue` for `@tgmem/queue`, so that `--project queue` picks it. */
function nameIn(folder: string): string {
  const manifest: { name: string } = JSON.parse(
    readFileSync(join(root, folder, "package.json"), "utf8"),
  );
  return basename(manifest.name);
}

/** A file for each run, which `.ci/run` sums. */
function results(): string {
  return join(root, ".test-results", `${basename(process.cwd())}-${process.pid}.json`);
}

import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = import.meta.dirname;

const isOfApp = ({ moduleId }: TestSpecification) => moduleId.startsWith(join(root, "apps/"));

/** The tests of the apps wait for processes and for Telegram's own times: begun first, they wait while others compute. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line no-array-sort -- This is the method of a sequencer.
    const sorted = await super.sort(files);
    return [...sorted.filter(isOfApp), ...sorted.filter((file) => !isOfApp(file))];
  }
}

/** Compiled once for all workers and for the programs that tests start, of which there are hundreds. */
process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules/.cache/compiled");

/** Given on the command line, a random order wins over ours. */
const shuffled = process.argv.some((argument) => argument.startsWith("--sequence.shuffle"));

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
    // Four times the cores, because most tests wait for servers and processes; eight at most, because each takes memory.
    maxWorkers: Math.min(8, 4 * availableParallelism()),
    // A test waits for conditions. These limits are there for what never comes, on the slowest machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 50 } },
    ...(process.cwd() === root && { projects: packages() }),
    // No test mocks a module, so the files of a package can share workers, which saves starting one for each.
    isolate: false,
    ...(!shuffled && { sequence: { sequencer: WaitingFirst } }),
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

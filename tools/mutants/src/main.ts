import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

// `pnpm mutants [queue|memory] [file…]`: changes one expression at a time and runs the tests that touch it. What no test
// notices is a promise without a test, or code that nobody needs.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const tests = ["!src/**/*.test.ts", "!src/**/*.kit.ts"];
/** The code that keeps the promises; what is only wiring, messages or types is left out. */
const protocols: Readonly<Record<string, readonly string[]>> = {
  queue: [
    "src/{keep-leases,receipt}.ts",
    "src/consume/*.ts",
    "src/{in-memory,lanes,on-store}/*.ts",
    "src/redis/**/*.ts",
  ],
  memory: ["src/protocol/*.ts", "src/in-memory/*.ts", "src/{recall,summary,tiers,turns}/*.ts"],
};

const [only, ...files] = process.argv.slice(2);
const names = only === undefined ? Object.keys(protocols) : [only];
for (const name of names) {
  const mutate = protocols[name];
  if (!mutate)
    throw new Error(`No protocol of ${name}: it is one of ${Object.keys(protocols).join(", ")}.`);
  process.chdir(`${root}packages/${name}`);
  await new Stryker({
    mutate: [...(files.length > 0 ? files : mutate), ...tests],
    testRunner: "vitest",
    plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
    vitest: { configFile: fileURLToPath(new URL("vitest.config.ts", import.meta.url)) },
    // Two cores, and the tests bring servers of their own.
    concurrency: 2,
    timeoutMS: 10_000,
    ignoreStatic: true,
    // The wording of a message is no promise.
    mutator: { excludedMutations: ["StringLiteral"] },
    tempDirName: ".mutants",
    reporters: ["clear-text", "progress-append-only", "html", "json"],
    clearTextReporter: { reportTests: false, logTests: false },
    htmlReporter: { fileName: `${root}.mutants/${name}.html` },
    jsonReporter: { fileName: `${root}.mutants/${name}.json` },
  }).runMutationTest();
}

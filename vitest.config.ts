import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const results = fileURLToPath(new URL(".test-results", import.meta.url));

/** One configuration for every package: `vitest run --config ../../vitest.config.ts --root .` */
export default defineConfig({
  // Workspace packages are tested from their sources: no build before a test.
  ssr: { resolve: { conditions: ["@tgmem/source"] } },
  test: {
    include: ["src/**/*.test.ts"],
    passWithNoTests: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: process.env["CI"]
      ? [
          "default",
          ["json", { outputFile: `${results}/${basename(process.cwd())}-${process.pid}.json` }],
        ]
      : ["default"],
  },
});

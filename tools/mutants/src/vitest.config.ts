import { configDefaults, defineConfig } from "vitest/config";

/** The tests that are quick enough to be run once for each mutant: those that kill processes and wait for outages are not. */
export default defineConfig({
  ssr: { resolve: { conditions: ["@tgmem/source"] } },
  test: {
    include: ["src/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "src/redis/{crash,outage}.test.ts", "src/index.test.ts"],
    testTimeout: 10_000,
    reporters: [],
  },
});

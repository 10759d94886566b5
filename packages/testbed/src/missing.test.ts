import { afterEach, expect, it, vi } from "vitest";
import { missingServer } from "./missing.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("throws in CI, so that nothing passes there without its subject", () => {
  vi.stubEnv("CI", "true");
  expect(() => missingServer("Redis", "set REDIS_URL.")).toThrow(
    "Redis is missing: set REDIS_URL.",
  );
});

it("says loudly at a desk what is not tested", () => {
  vi.stubEnv("CI", "");
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  missingServer("Redis", "set REDIS_URL.");
  expect(warn.mock.calls.join()).toContain(
    "SKIPPED, NOT TESTED !!! Redis is missing: set REDIS_URL.",
  );
});

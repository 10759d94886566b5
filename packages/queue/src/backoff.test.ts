import { expect, it } from "vitest";
import { backoffMs } from "./backoff.ts";

it("doubles with each attempt, up to a limit", () => {
  const waits = [1, 2, 3, 4, 8, 100].map((attempt) => backoffMs(attempt, { random: () => 1 }));
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 60_000, 60_000]);
});

it("spreads over half of the time", () => {
  const waits = [0, 0.5, 1].map((random) => backoffMs(1, { baseMs: 100, random: () => random }));
  expect(waits).toEqual([50, 75, 100]);
});

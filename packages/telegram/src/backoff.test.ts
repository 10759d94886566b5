import { expect, it } from "vitest";
import { backoffMs } from "./backoff.ts";

it.each([
  [0, [500, 1_000, 2_000, 4_000, 4_000]],
  [0.5, [750, 1_500, 3_000, 6_000, 6_000]],
])("doubles each time up to its limit, of which half is random (%d)", (random, waits) => {
  const options = { baseMs: 1_000, maxMs: 8_000, random: () => random };
  expect([1, 2, 3, 4, 9].map((attempt) => backoffMs(attempt, options))).toEqual(waits);
});

import { expect, it } from "vitest";
import { classify } from "./failure.ts";

const known = (fields: object) =>
  Object.assign(
    new Error("what failed, what to do"),
    { name: "LlmError", code: "rate_limited" },
    fields,
  );

it("buries what our packages call final, with their code and message", () => {
  expect(classify(known({ retryable: false }), 1)).toEqual({
    action: "bury",
    reason: "LlmError rate_limited: what failed, what to do",
  });
});

const delays = (random: () => number) =>
  [1, 2, 3, 10].map((attempt) => {
    const failure = classify(known({ retryable: true }), attempt, { random });
    return failure.action === "retry" && failure.delayMs;
  });

it("waits twice as long after each attempt, never less than the engine needs to free the run's key", () => {
  expect(delays(() => 0)).toEqual([1_000, 2_000, 4_000, 30_000]);
  expect(delays(() => 1)).toEqual([2_000, 4_000, 8_000, 60_000]);
});

it("waits as long as the provider asks, if that is longer", () => {
  expect(classify(known({ retryable: true, retryAfterMs: 120_000 }), 1)).toMatchObject({
    action: "retry",
    delayMs: 120_000,
  });
});

it("tries again after an error that nobody classified, and keeps its message to itself", () => {
  expect(classify(new TypeError("cannot read 'my secret'"), 1, { random: () => 0 })).toEqual({
    action: "retry",
    delayMs: 1_000,
    reason: "TypeError",
  });
  expect(classify("my secret", 1)).toMatchObject({ action: "retry", reason: "unknown failure" });
});

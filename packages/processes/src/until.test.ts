import { expect, it } from "vitest";
import { until } from "./until.ts";

it("returns the first truthy value", async () => {
  let calls = 0;
  expect(await until(() => (++calls === 3 ? "third" : null), { everyMs: 1 })).toBe("third");
});

it("says what it waited for in vain", async () => {
  await expect(until(() => false, { timeoutMs: 5, everyMs: 1, what: "rain" })).rejects.toThrow(
    "Waited 5 ms for rain in vain.",
  );
});

it("passes on what the condition throws", async () => {
  await expect(until(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});

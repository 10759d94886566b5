import { expect, it, onTestFinished, vi } from "vitest";
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

it("gives up a look that never ends, and says what it waited for", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const waiting = until(() => new Promise<boolean>(() => {}), { what: "an answer" });
  const failure = expect(waiting).rejects.toThrow(
    "Waited 60000 ms for an answer in vain: the last",
  );
  await vi.advanceTimersByTimeAsync(65_000);
  await failure;
});

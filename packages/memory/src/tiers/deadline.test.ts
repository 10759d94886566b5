import { getEventListeners } from "node:events";
import { afterEach, expect, it, vi } from "vitest";
import { withDeadline } from "./deadline.ts";

afterEach(() => void vi.useRealTimers());

const forever = new Promise<never>(() => {});
const late = () => new Error("late");

it("settles as the work does, and leaves no timer and no listener", async () => {
  vi.useFakeTimers();
  const { signal } = new AbortController();
  const options = { ms: 1_000, late, signal };
  expect(await withDeadline(Promise.resolve("done"), options)).toBe("done");
  await expect(withDeadline(Promise.reject(new Error("broken")), options)).rejects.toThrow(
    "broken",
  );
  expect([vi.getTimerCount(), getEventListeners(signal, "abort")]).toEqual([0, []]);
});

it("rejects when the time is over", async () => {
  vi.useFakeTimers();
  const { signal } = new AbortController();
  const waiting = expect(withDeadline(forever, { ms: 1_000, late, signal })).rejects.toThrow(
    "late",
  );
  vi.advanceTimersByTime(1_000);
  await waiting;
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("rejects with the reason of a signal, whether it aborts later or has aborted before", async () => {
  vi.useFakeTimers();
  const caller = new AbortController();
  const options = { ms: 1_000, late, signal: caller.signal };
  const gone = new Error("gone");
  const waiting = expect(withDeadline(forever, options)).rejects.toBe(gone);
  caller.abort(gone);
  await waiting;
  await expect(withDeadline(forever, options)).rejects.toBe(gone);
  expect(vi.getTimerCount()).toBe(0);
});

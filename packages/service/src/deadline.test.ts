import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { pause, withDeadline } from "./deadline.ts";

const never = new Promise<never>(() => {});
const late = () => new Error("too late");

it("settles as the work does, and leaves no listener", async () => {
  const { signal } = new AbortController();
  expect(await withDeadline(Promise.resolve(1), { ms: 60_000, late, signal })).toBe(1);
  const broken = Promise.reject(new Error("broken"));
  await expect(withDeadline(broken, { ms: 60_000, late, signal })).rejects.toThrow("broken");
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("rejects when the time is over", async () => {
  await expect(withDeadline(never, { ms: 1, late })).rejects.toThrow("too late");
});

it("rejects with the signal's reason, also when it has aborted before", async () => {
  const stop = new AbortController();
  const waiting = withDeadline(never, { ms: 60_000, late, signal: stop.signal });
  stop.abort(new Error("stopping"));
  await expect(waiting).rejects.toThrow("stopping");
  const { signal } = stop;
  await expect(withDeadline(never, { ms: 60_000, late, signal })).rejects.toThrow("stopping");
});

it("pauses until the time is over or the signal aborts", async () => {
  await pause(1);
  const stop = new AbortController();
  const pausing = pause(2 ** 30, { signal: stop.signal });
  stop.abort();
  await pausing;
  await pause(2 ** 30, { signal: stop.signal });
});

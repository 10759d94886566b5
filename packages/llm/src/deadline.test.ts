import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { pause, withDeadline } from "./deadline.ts";

const never = new Promise<never>(() => {});
const late = () => new Error("late");
const listeners = ({ signal }: AbortController) => getEventListeners(signal, "abort").length;

it("settles as the work does, and leaves nothing on the signal", async () => {
  const stop = new AbortController();
  const options = { ms: 60_000, late, signal: stop.signal };
  expect(await withDeadline(Promise.resolve("done"), options)).toBe("done");
  await expect(withDeadline(Promise.reject(new Error("work")), options)).rejects.toThrow("work");
  expect(listeners(stop)).toBe(0);
});

it("ends work that never ends: at its time, and at the signal", async () => {
  await expect(withDeadline(never, { ms: 1, late })).rejects.toThrow("late");
  const stop = new AbortController();
  const options = { ms: 60_000, late, signal: stop.signal };
  const ended = withDeadline(never, options);
  stop.abort(new Error("stop"));
  await expect(ended).rejects.toThrow("stop");
  await expect(withDeadline(never, options)).rejects.toThrow("stop");
  expect(listeners(stop)).toBe(0);
});

it("pauses until the time is over or the signal aborts, and leaves nothing on the signal", async () => {
  const stop = new AbortController();
  await pause(1, stop);
  expect(listeners(stop)).toBe(0);
  const paused = pause(2 ** 31 - 1, stop);
  stop.abort();
  await paused;
  await pause(2 ** 31 - 1, stop);
  expect(listeners(stop)).toBe(0);
});

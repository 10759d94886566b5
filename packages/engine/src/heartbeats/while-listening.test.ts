import { expect, it, vi } from "vitest";
import { whileListening } from "./while-listening.ts";

const afterMs = 1_000;

/** A stream that its test ends, and the heart beside it. */
function listening() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>();
  const beats: string[] = [];
  async function* actions() {
    yield "run";
    await ended;
  }
  const stream = whileListening(
    actions(),
    { start: () => void beats.push("start"), stop: () => void beats.push("stop") },
    { afterMs },
  );
  return { stream, beats, end, fail };
}

it("lets the heart beat from when a stream has stood for a while until it ends", async () => {
  const { stream, beats, end } = listening();
  expect(await stream.next()).toEqual({ done: false, value: "run" });
  vi.advanceTimersByTime(afterMs - 1);
  expect(beats).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(beats).toEqual(["start"]);
  end();
  expect(await stream.next()).toMatchObject({ done: true });
  expect(beats).toEqual(["start", "stop"]);
});

it("begins nothing for a stream that fails at once, and says why it did", async () => {
  const { stream, beats, fail } = listening();
  await stream.next();
  fail(new Error("away"));
  await expect(stream.next()).rejects.toThrow("away");
  vi.advanceTimersByTime(10 * afterMs);
  expect(beats).toEqual(["stop"]);
});

import { expect, it } from "vitest";
import { repeat } from "./repeat.ts";

it("works at once and again, also after a failure, until the signal", async () => {
  const stop = new AbortController();
  const errors: unknown[] = [];
  const away = new Error("away");
  let times = 0;
  await repeat(
    async () => {
      times++;
      if (times === 2) throw away;
      if (times === 4) stop.abort();
    },
    { everyMs: 1, onError: (error) => errors.push(error), signal: stop.signal },
  );
  expect(times).toBe(4);
  expect(errors).toEqual([away]);
});

it("takes for no failure what the signal has cut off, and ends at once", async () => {
  const stop = new AbortController();
  const errors: unknown[] = [];
  await repeat(
    () => {
      stop.abort();
      throw new Error("cut off");
    },
    { everyMs: 600_000, onError: (error) => errors.push(error), signal: stop.signal },
  );
  expect(errors).toEqual([]);
});

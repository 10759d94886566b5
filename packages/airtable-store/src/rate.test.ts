import { expect, it } from "vitest";
import { AirtableError } from "./errors.ts";
import { evenRate } from "./rate.ts";
import { manualClock } from "./archive.kit.ts";

const { signal } = new AbortController();
const turn = (deadline = Infinity) => ({ deadline, signal });

it("spaces calls evenly, so that no second holds more than it may", async () => {
  const clock = manualClock(0);
  const rate = evenRate(4, clock);
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    await rate.take(turn());
    times.push(clock.now());
  }
  expect(times).toEqual([0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000]);
});

it("holds back who comes late to a turn, so that a busy process makes no more calls in a second than it may", async () => {
  let nowMs = 0;
  let asleep: { readonly at: number; readonly wake: () => void }[] = [];
  const rate = evenRate(4, {
    now: () => nowMs,
    pause: (ms) => new Promise((wake) => asleep.push({ at: nowMs + ms, wake })),
  });
  const made: number[] = [];
  const takes = Array.from({ length: 12 }, () => rate.take(turn()).then(() => made.push(nowMs)));
  await new Promise(setImmediate);
  // Nobody wakes up for a second and a half, and then all at once.
  for (nowMs = 1_500; made.length < 12; nowMs += 10) {
    const due = asleep.filter(({ at }) => at <= nowMs);
    asleep = asleep.filter(({ at }) => at > nowMs);
    for (const { wake } of due) wake();
    await new Promise(setImmediate);
  }
  await Promise.all(takes);
  for (const from of made)
    expect(made.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(4);
});

it("lets nobody through while the base is frozen, not even those who had their turn", async () => {
  const clock = manualClock(0);
  const rate = evenRate(4, {
    now: clock.now,
    async pause(ms, options) {
      if (clock.pauses.length === 0) await rate.freeze(30_000);
      await clock.pause(ms, options);
    },
  });
  await rate.take(turn());
  await rate.take(turn());
  expect(clock.now()).toBe(30_000);
});

it("says at once when the turn comes after the deadline", async () => {
  const clock = manualClock(0);
  const rate = evenRate(4, clock);
  await rate.freeze(30_000);
  await expect(rate.take(turn(10_000))).rejects.toMatchObject({
    code: "rate_limited",
    retryAfterMs: 30_000,
  });
  expect(clock.pauses).toEqual([]);
});

it("gives a turn that comes at the deadline itself", async () => {
  const clock = manualClock(0);
  const rate = evenRate(4, clock);
  await rate.freeze(10_000);
  await rate.take(turn(10_000));
  expect(clock.now()).toBe(10_000);
});

it("wants a rate above zero", () => {
  expect(() => evenRate(0, manualClock())).toThrow(
    new AirtableError(
      "invalid_argument",
      "Expected `rate` to be a positive number of calls per second, got `0`.",
    ),
  );
});

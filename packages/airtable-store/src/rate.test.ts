import * as fc from "fast-check";
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
    const ended = await rate.take(turn());
    times.push(clock.now());
    ended();
  }
  expect(times).toEqual([0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000]);
});

/** Steps of 10 ms: who is due wakes up, but in the first seconds nobody does, as in a busy process. */
function steps({ busyMs }: { readonly busyMs: number }) {
  let nowMs = 0;
  let asleep: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => nowMs,
    pause: (ms: number) =>
      new Promise<void>((wake) => asleep.push({ at: Math.max(busyMs, nowMs + ms), wake })),
    async until(isOver: () => boolean) {
      for (; !isOver(); nowMs += 10) {
        const due = asleep.filter(({ at }) => at <= nowMs);
        asleep = asleep.filter(({ at }) => at > nowMs);
        for (const { wake } of due) wake();
        await new Promise(setImmediate);
      }
    },
  };
}

const delayMs = fc.integer({ min: 0, max: 3_000 });

it("never lets Airtable count more than five calls in a second, however long they are on their way", async () => {
  const call = fc.record({ there: delayMs, back: delayMs });
  const some = fc.array(call, { minLength: 8, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(some, fc.constantFrom(0, 1_500), async (ways, busyMs) => {
      const clock = steps({ busyMs });
      const rate = evenRate(4, clock);
      const counted: number[] = [];
      const calls = ways.map(async ({ there, back }) => {
        const ended = await rate.take(turn());
        await clock.pause(there);
        counted.push(clock.now());
        await clock.pause(back);
        ended();
      });
      let over = false;
      const all = Promise.all(calls).then(() => (over = true));
      await clock.until(() => over);
      await all;
      for (const from of counted)
        expect(counted.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(
          5,
        );
    }),
    { numRuns: 30 },
  );
});

it("leaves room again a minute after a call whose end nobody tells", async () => {
  const clock = manualClock(0);
  const rate = evenRate(1, clock);
  await rate.take(turn());
  await rate.take(turn());
  expect(clock.now()).toBe(60_000);
});

it("makes four calls a second when each is answered within a quarter of one", async () => {
  const clock = steps({ busyMs: 0 });
  const rate = evenRate(4, clock);
  let answered = 0;
  for (let n = 0; n < 40; n++)
    void rate.take(turn()).then(async (ended) => {
      await clock.pause(240);
      ended();
      answered++;
    });
  await clock.until(() => answered === 40);
  expect(clock.now()).toBeLessThanOrEqual(10_100);
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
  (await rate.take(turn()))();
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

import * as fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { createPacer } from "./pacer.ts";

function setup(options: { perSecond?: number; chatIntervalMs?: number } = {}) {
  const clock = { time: 5_000 };
  const pacer = createPacer({
    perSecond: 1_000,
    chatIntervalMs: 1_000,
    ...options,
    now: () => clock.time,
  });
  return { clock, pacer };
}

it("lets a few messages to a chat through at once, then one each interval, and other chats go on", () => {
  const { clock, pacer } = setup();
  const step = () => {
    clock.time += 1;
    return pacer.acquire("42");
  };
  expect([step(), step(), step()]).toEqual([0, 0, 0]);
  expect(step()).toBe(997);
  expect(pacer.acquire("43")).toBe(0);
  clock.time += 997;
  expect([pacer.acquire("42"), step()]).toEqual([0, 999]);
});

it("lets twenty a minute through to a group", () => {
  const { clock, pacer } = setup();
  let sent = 0;
  for (let ms = 0; ms < 600_000; ms += 50, clock.time += 50) if (pacer.acquire("-7") === 0) sent++;
  expect(sent).toBeLessThanOrEqual(205);
  expect(sent).toBeGreaterThan(195);
});

it("never lets more than twenty through to a group in any rolling minute, whoever asks when", () => {
  const schedule = fc.array(
    fc.tuple(
      fc.oneof(
        { weight: 60, arbitrary: fc.integer({ min: 0, max: 600 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
      ),
      fc.constantFrom("-1", "-2"),
    ),
    { minLength: 200, maxLength: 800, size: "max" },
  );
  fc.assert(
    fc.property(schedule, fc.integer({ min: 1, max: 6_000 }), (asks, chatIntervalMs) => {
      const { clock, pacer } = setup({ chatIntervalMs });
      const sentAt: Record<string, number[]> = { "-1": [], "-2": [] };
      for (const [afterMs, chatId] of asks) {
        clock.time += afterMs;
        if (pacer.acquire(chatId) === 0) sentAt[chatId]?.push(clock.time);
      }
      for (const times of Object.values(sentAt))
        for (const [index, at] of times.entries())
          expect((times[index + 20] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(
            60_000,
          );
    }),
    { numRuns: 100 },
  );
});

it("lets five at once through to a group, then no more than twenty in the minute", () => {
  const { clock, pacer } = setup();
  let sent = 0;
  for (let ms = 0; ms < 60_000; ms += 50, clock.time += 50) if (pacer.acquire("-7") === 0) sent++;
  expect(sent).toBe(20);
});

it("has no limit for a chat when the interval is 0", () => {
  const { clock, pacer } = setup({ chatIntervalMs: 0 });
  for (const chatId of ["42", "-7"])
    for (let count = 0; count < 20; count++) {
      clock.time += 1;
      expect(pacer.acquire(chatId)).toBe(0);
    }
});

it("pauses one chat, or all", () => {
  const { pacer, clock } = setup();
  pacer.pauseChat("42", 9_000);
  pacer.pauseChat("42", 1_000);
  expect([pacer.acquire("42"), pacer.acquire("43")]).toEqual([9_000, 0]);
  pacer.pauseAll(2_000);
  expect([pacer.acquire("42"), pacer.acquire("44")]).toEqual([9_000, 2_000]);
  clock.time += 9_000;
  expect(pacer.acquire("42")).toBe(0);
});

it("never lets more than the limit through in any second, whoever asks when", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 })), {
        maxLength: 400,
        size: "max",
      }),
      (asks) => {
        const { clock, pacer } = setup({ perSecond: 30, chatIntervalMs: 0 });
        const sentAt: number[] = [];
        for (const [afterMs, chat] of asks) {
          clock.time += afterMs;
          if (pacer.acquire(String(chat)) === 0) sentAt.push(clock.time);
        }
        for (const at of sentAt)
          expect(
            sentAt.filter((other) => other >= at && other < at + 1_000).length,
          ).toBeLessThanOrEqual(30);
      },
    ),
  );
});

afterEach(() => vi.useRealTimers());

it("waits no longer when the clock of the machine is set back", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const pacer = createPacer({ perSecond: 10, chatIntervalMs: 1_000 });
  pacer.acquire("42");
  pacer.pauseChat("43", 5_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(pacer.acquire("44")).toBeLessThanOrEqual(100);
  expect(pacer.acquire("43")).toBeLessThanOrEqual(5_000);
});

it("a message goes exactly when it was told", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 100 }),
      fc.constantFrom("42", "-7"),
      (pauses, chatId) => {
        const { clock, pacer } = setup({ perSecond: 7 });
        for (const ms of pauses) {
          clock.time += ms;
          const waitMs = pacer.acquire(chatId);
          clock.time += waitMs;
          if (waitMs > 0) expect(pacer.acquire(chatId)).toBe(0);
        }
      },
    ),
  );
});

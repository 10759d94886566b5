import * as fc from "fast-check";
import { expect, it } from "vitest";
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
    return pacer.ask("42");
  };
  expect([step(), step(), step()]).toEqual([0, 0, 0]);
  expect(step()).toBe(997);
  expect(pacer.ask("43")).toBe(0);
  clock.time += 997;
  expect([pacer.ask("42"), step()]).toEqual([0, 999]);
});

it("lets twenty a minute through to a group", () => {
  const { clock, pacer } = setup();
  let sent = 0;
  for (let ms = 0; ms < 600_000; ms += 50, clock.time += 50) if (pacer.ask("-7") === 0) sent++;
  expect(sent).toBeLessThanOrEqual(205);
  expect(sent).toBeGreaterThan(195);
});

it("has no limit for a chat when the interval is 0", () => {
  const { clock, pacer } = setup({ chatIntervalMs: 0 });
  for (const chatId of ["42", "-7"])
    for (let count = 0; count < 20; count++) {
      clock.time += 1;
      expect(pacer.ask(chatId)).toBe(0);
    }
});

it("pauses one chat, or all", () => {
  const { pacer, clock } = setup();
  pacer.pauseChat("42", 9_000);
  pacer.pauseChat("42", 1_000);
  expect([pacer.ask("42"), pacer.ask("43")]).toEqual([9_000, 0]);
  pacer.pauseAll(2_000);
  expect([pacer.ask("42"), pacer.ask("44")]).toEqual([9_000, 2_000]);
  clock.time += 9_000;
  expect(pacer.ask("42")).toBe(0);
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
          if (pacer.ask(String(chat)) === 0) sentAt.push(clock.time);
        }
        for (const at of sentAt)
          expect(
            sentAt.filter((other) => other >= at && other < at + 1_000).length,
          ).toBeLessThanOrEqual(30);
      },
    ),
  );
});

it("a message goes exactly when it was told", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 100 }), (pauses) => {
      const { clock, pacer } = setup({ perSecond: 7 });
      for (const ms of pauses) {
        clock.time += ms;
        const waitMs = pacer.ask("42");
        clock.time += waitMs;
        if (waitMs > 0) expect(pacer.ask("42")).toBe(0);
      }
    }),
  );
});

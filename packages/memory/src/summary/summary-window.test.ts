import { expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import { untilWindowMs } from "./summary-window.ts";

it("opens windows at whole multiples of their length, for a tenth of it", () => {
  const leftMs = [0, 9, 10, 99, 100, 109, 110].map((ms) => untilWindowMs(ms, 100));
  expect(leftMs).toEqual([0, 0, 90, 1, 0, 0, 90]);
  expect(untilWindowMs(99, 0)).toBe(0);
});

it("lets in who has waited for a window that was over before it came to it", () => {
  expect([99, 100].map((sinceMs) => untilWindowMs(150, 100, sinceMs))).toEqual([0, 50]);
});

it("makes a summary that has waited for its window, however late its turn comes", async () => {
  const windowMs = 3_600_000;
  const nowMs = 2 * windowMs + 600_000;
  const bot = start({ now: () => nowMs, policy: { summaryWindowMs: windowMs } });
  await bot.say(10);
  const late = { dueSinceMs: 2 * windowMs - 1 };
  expect(await bot.memory.summarize(chat, late)).toMatchObject({ status: "applied" });
});

it("puts a summary off until the next window, and makes one of all that was said by then", async () => {
  let nowMs = 7_200_000 + 600_000;
  const bot = start({ now: () => nowMs, policy: { summaryWindowMs: 3_600_000 } });
  await bot.say(10);
  expect(await bot.memory.summarize(chat)).toEqual({
    status: "deferred",
    retryAfterMs: 3_000_000,
    planned: true,
  });
  await bot.say(10, "u");
  nowMs += 3_000_000;
  expect(await bot.memory.summarize(chat)).toMatchObject({ status: "applied", coversThrough: 20 });
  expect(bot.summarizer.inputs).toHaveLength(1);
});

it("puts nothing off that is flushed by hand", async () => {
  const windowMs = 3_600_000;
  const now = () => Math.ceil(Date.now() / windowMs) * windowMs + 600_000;
  const bot = start({ now, policy: { summaryWindowMs: windowMs } });
  await bot.say(1);
  expect(await bot.memory.flushIdle({ idleMs: 1 })).toMatchObject({ applied: 1, deferred: 0 });
});

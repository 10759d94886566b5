import { expect, it } from "vitest";
import { chatBackoff } from "./chat-backoff.ts";

function startAt(nowMs = 0) {
  let time = nowMs;
  return {
    backoff: chatBackoff({ now: () => time, baseMs: 30_000 }),
    pass: (ms: number) => void (time += ms),
  };
}

it("waits twice as long after each failure, up to an hour, half of it random", () => {
  const { backoff, pass } = startAt();
  let bound = 30_000;
  for (let failure = 1; failure <= 12; failure++) {
    const ms = backoff.failed("a");
    expect(ms).toBeGreaterThanOrEqual(bound / 2);
    expect(ms).toBeLessThanOrEqual(bound);
    expect(backoff.leftMs("a")).toBe(ms);
    pass(ms);
    expect(backoff.leftMs("a")).toBe(0);
    bound = Math.min(3_600_000, bound * 2);
  }
});

it("looks every five minutes at least whether who was away is back", () => {
  const { backoff } = startAt();
  for (let failure = 1; failure <= 12; failure++) backoff.failed("a", { away: true });
  const ms = backoff.failed("a", { away: true });
  expect(ms).toBeGreaterThanOrEqual(150_000);
  expect(ms).toBeLessThanOrEqual(300_000);
});

it("waits no longer for a better text because of an outage before", () => {
  const { backoff } = startAt();
  for (let failure = 1; failure <= 12; failure++) backoff.failed("a", { away: true });
  expect(backoff.failed("a")).toBeLessThanOrEqual(30_000);
});

it("waits as long as whoever failed asks for, if that is longer", () => {
  expect(startAt().backoff.failed("a", { atLeastMs: 7_000_000 })).toBe(7_000_000);
});

it("leaves other chats alone, and begins anew after a success", () => {
  const { backoff } = startAt();
  for (let failure = 1; failure <= 5; failure++) backoff.failed("a");
  expect(backoff.leftMs("b")).toBe(0);
  backoff.ended("a");
  expect(backoff.leftMs("a")).toBe(0);
  expect(backoff.failed("a")).toBeLessThanOrEqual(30_000);
});

it("remembers the latest 10,000 chats alone", () => {
  const { backoff } = startAt();
  for (let chat = 0; chat <= 10_000; chat++) backoff.failed(String(chat));
  expect([0, 1, 10_000].map((chat) => backoff.leftMs(String(chat)) > 0)).toEqual([
    false,
    true,
    true,
  ]);
});

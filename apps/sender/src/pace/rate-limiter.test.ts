import { type Pacer, TelegramError, type TelegramErrorCode } from "@tgmem/telegram";
import { expect, it, vi } from "vitest";
import { createRateLimiter } from "./rate-limiter.ts";

const signal = new AbortController().signal;

function setup(waits: number[] = []) {
  const pacer = {
    acquire: vi.fn<Pacer["acquire"]>(() => waits.shift() ?? 0),
    pauseChat: vi.fn<(chatId: string, ms: number) => void>(),
    pauseAll: vi.fn<(ms: number) => void>(),
  };
  const clock = { time: 1_000 };
  return { pacer, clock, rateLimiter: createRateLimiter(pacer, { now: () => clock.time }) };
}

const waitFor = (code: TelegramErrorCode, retryAfterMs = 5_000) =>
  new TelegramError(code, "Wait.", { policy: "retry", retryAfterMs });

it("sits out a short wait, and says a long one", async () => {
  const { rateLimiter, pacer } = setup([20, 1, 0, 251]);
  expect(await rateLimiter.acquire("42", { signal })).toBe(0);
  expect(pacer.acquire).toHaveBeenCalledTimes(3);
  expect(await rateLimiter.acquire("42", { signal })).toBe(251);
});

it("asks for what is left over without a wait", async () => {
  const { rateLimiter, pacer } = setup([20, 0]);
  expect([await rateLimiter.spare("42"), await rateLimiter.spare("42")]).toEqual([20, 0]);
  expect(pacer.acquire).toHaveBeenCalledWith("42", { spare: true });
});

it("does not wait when the process stops", async () => {
  const { rateLimiter } = setup([200, 200, 200]);
  expect(await rateLimiter.acquire("42", { signal: AbortSignal.abort() })).toBe(200);
});

it("pauses the chat that Telegram tells to wait, and no other", () => {
  const { rateLimiter, pacer } = setup();
  rateLimiter.refused("42", waitFor("flood_wait"));
  rateLimiter.refused("42", waitFor("flood_wait"));
  rateLimiter.refused("-7", waitFor("slow_mode"));
  expect(pacer.pauseChat.mock.calls).toEqual([
    ["42", 5_000],
    ["42", 5_000],
    ["-7", 5_000],
  ]);
  expect(pacer.pauseAll).not.toHaveBeenCalled();
});

it("pauses all chats when a second one is told to wait meanwhile: then it is the account", () => {
  const { rateLimiter, pacer, clock } = setup();
  rateLimiter.refused("42", waitFor("flood_wait"));
  clock.time += 5_000;
  rateLimiter.refused("43", waitFor("flood_wait"));
  expect(pacer.pauseAll).not.toHaveBeenCalled();
  rateLimiter.refused("44", waitFor("flood_wait", 9_000));
  expect(pacer.pauseAll).toHaveBeenCalledExactlyOnceWith(9_000);
});

it("pauses nothing for other failures", () => {
  const { rateLimiter, pacer } = setup();
  rateLimiter.refused("42", new TelegramError("unavailable", "No.", { policy: "retry" }));
  expect(pacer.pauseChat).not.toHaveBeenCalled();
});

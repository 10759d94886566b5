import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TelegramEvent } from "../client/options.ts";
import { Dispatcher } from "./dispatcher.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const message = {
  chatId: "42",
  chatType: "private",
  userId: "42",
  messageId: 1,
  text: "hi",
  sentAtMs: 1_000_000,
  addressed: true,
} as const;

it("gives a message again only after a pause, which grows", async () => {
  const events: TelegramEvent[] = [];
  const stopping = new AbortController();
  const handle = vi.fn(() => {
    // Without a pause there would be no end of them.
    if (handle.mock.calls.length > 5) stopping.abort();
    return Promise.reject(new Error("the list is away"));
  });
  const dispatcher = new Dispatcher({
    handle,
    clock: { now: () => 1_000_000 },
    withQuote: (one) => Promise.resolve(one),
    onEvent: (event) => void events.push(event),
    onError: (error) => expect.unreachable(String(error)),
    signal: stopping.signal,
  });
  dispatcher.dispatch([{ message, done: () => expect.unreachable("it was not handled") }]);
  // At the least: half of each wait is random.
  for (const [attempts, pauseMs] of [
    [1, 125],
    [2, 250],
  ] as const) {
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(handle).toHaveBeenCalledTimes(attempts);
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(handle).toHaveBeenCalledTimes(3);
  // One chat complains for all, and once an attempt.
  expect(events.map(({ type }) => type)).toEqual(["delayed", "delayed", "delayed"]);
  stopping.abort();
});

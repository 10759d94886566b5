import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createWatchdog } from "./watchdog.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const heartbeat = {
  level: "debug",
  component: "HeartbeatController",
  message: "Heartbeat sent 4001ms ago",
} as const;

it("is content while heartbeats are sent", () => {
  const onDead = vi.fn();
  const watchdog = createWatchdog(10_000, onDead);
  for (let i = 0; i < 10; i++) {
    vi.advanceTimersByTime(9_000);
    watchdog.feed(heartbeat);
  }
  expect(onDead).not.toHaveBeenCalled();
});

it("tells once that heartbeats stopped, also when the first never came", () => {
  const onDead = vi.fn();
  createWatchdog(10_000, onDead);
  vi.advanceTimersByTime(60_000);
  expect(onDead).toHaveBeenCalledTimes(1);
});

it("takes nothing else for a sign of life: refused heartbeats are lines too", () => {
  const onDead = vi.fn();
  const watchdog = createWatchdog(10_000, onDead);
  vi.advanceTimersByTime(9_000);
  watchdog.feed({
    ...heartbeat,
    level: "error",
    message: "Failed to send heartbeat: FAILED_PRECONDITION",
  });
  watchdog.feed({ ...heartbeat, component: "Worker/chat" });
  expect(watchdog.ageMs()).toBe(9_000);
  vi.advanceTimersByTime(1_000);
  expect(onDead).toHaveBeenCalledTimes(1);
});

it("is silent after its stop", () => {
  const onDead = vi.fn();
  createWatchdog(10_000, onDead).stop();
  vi.advanceTimersByTime(60_000);
  expect(onDead).not.toHaveBeenCalled();
});

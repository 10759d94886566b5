import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queueRules } from "../arguments.ts";
import { redisStore } from "./redis-store.ts";
import type { Transport } from "./transport.ts";

// How long a take sleeps: its time is a double, and nothing is asked of Redis.

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const asksNothing = () => Promise.reject(new Error("Nothing is asked of Redis."));
const never = () => new Promise<void>(() => {});

function sleep(
  state: { nextMs?: number | null; full?: boolean },
  options: { ms?: number; signal?: AbortSignal; filled?: Transport["filled"] } = {},
) {
  const { ms = 600_000, signal, filled = never } = options;
  const transport = { once: asksNothing, untilAnswered: asksNothing, filled, close: never };
  const store = redisStore(transport, queueRules({ name: "idle" }));
  const batch = { entries: [], buried: 0, nextMs: null, full: false, ...state };
  let awake = false;
  void store.idle(batch, { ms, signal }).then(() => (awake = true));
  return {
    isAwakeAfter: async (passedMs: number) => {
      await vi.advanceTimersByTimeAsync(passedMs);
      return awake;
    },
  };
}

it.each([
  ["until a lane falls due, and not a moment less", { nextMs: 40 }, 600_000, 41],
  ["five seconds at most, should a blocking read hang", {}, 600_000, 5_000],
  ["as long as the take may wait", { nextMs: 40 }, 30, 30],
  ["a moment while the in-flight limit holds lanes back", { full: true }, 600_000, 50],
  ["as long as the take may wait, at the in-flight limit too", { full: true }, 30, 30],
])("sleeps %s", async (_, state, ms, sleepsMs) => {
  const { isAwakeAfter } = sleep(state, { ms });
  expect(await isAwakeAfter(sleepsMs - 1)).toBe(false);
  expect(await isAwakeAfter(1)).toBe(true);
});

it.each([{ full: false }, { full: true }])("is woken by an abort: %o", async (state) => {
  const stop = new AbortController();
  const { isAwakeAfter } = sleep(state, { signal: stop.signal });
  expect(await isAwakeAfter(0)).toBe(false);
  stop.abort();
  expect(await isAwakeAfter(0)).toBe(true);
});

it("is woken when a lane becomes ready, and when nobody can tell any more", async () => {
  expect(await sleep({}, { filled: async () => {} }).isAwakeAfter(0)).toBe(true);
  expect(await sleep({}, { filled: asksNothing }).isAwakeAfter(0)).toBe(true);
});

import { expect, it } from "vitest";
import { queueRules } from "../arguments.ts";
import type { SleepOptions } from "./bell.ts";
import { redisStore } from "./redis-store.ts";

// How long a take sleeps, when nobody rings.

const asksNothing = () => Promise.reject(new Error("Nothing is asked of Redis."));

it.each([
  ["until it may find something, and not a moment less", { nextMs: 40, ms: 600_000 }, 41],
  ["five seconds at most, because a ring may be lost", { nextMs: null, ms: 600_000 }, 5_000],
  ["as long as the take may wait", { nextMs: 40, ms: 30 }, 30],
])("sleeps %s", async (_, { nextMs, ms }, sleepsMs) => {
  const slept: SleepOptions[] = [];
  const sleep = async (options: SleepOptions) => void slept.push(options);
  const transport = { once: asksNothing, untilAnswered: asksNothing, sleep, close: async () => {} };
  const store = redisStore(transport, queueRules({ name: "idle" }));
  const { signal } = new AbortController();
  await store.idle({ entries: [], passed: 0, nextMs }, { ms, signal });
  expect(slept).toEqual([{ ms: sleepsMs, signal }]);
});

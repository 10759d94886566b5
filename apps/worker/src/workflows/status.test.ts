import type { ProcessInfo } from "@tgmem/service";
import { expect, it } from "vitest";
import { createStatus } from "./status.ts";

const info = (name: string, fields: Partial<ProcessInfo> = {}): ProcessInfo => ({
  id: name,
  name,
  host: "h",
  pid: 1,
  startedAtMs: 1,
  seenAtMs: 2,
  state: "ready",
  failing: [],
  outages: [],
  ...fields,
});
const stats = { inFlight: 0, waiting: 0, ready: 0, paused: 0, isPaused: false };

it("tells which processes are there, how much waits and since when, and what today has cost", async () => {
  const asked: string[] = [];
  const outage = { kind: "model", what: "The key is refused.", remedy: "check KEY", sinceMs: 1 };
  const status = createStatus({
    lists: [
      [
        "inbound",
        { stats: async () => ({ ...stats, depth: 12, oldestMs: 190_000, deadLetters: 3 }) },
      ],
      ["outbound", { stats: async () => ({ ...stats, depth: 0, oldestMs: 0, deadLetters: 0 }) }],
    ],
    processes: async () => [
      info("consumer", { state: "silent" }),
      info("receiver"),
      info("worker", { state: "not_ready", failing: ["model"], outages: [outage] }),
    ],
    spent: async (day) => {
      asked.push(day);
      const one = { input: 1_000, output: 20, cost: 0.25, requests: 2 };
      return {
        people: new Map(),
        models: new Map([
          ["a/b", one],
          ["c/d", one],
        ]),
      };
    },
    now: () => Date.UTC(2026, 10, 28, 12),
  });
  expect(asked).toEqual([]);
  expect((await status(new AbortController())).split("\n")).toEqual([
    "**Processes**",
    "- consumer: gives no sign",
    "- receiver: ready",
    "- worker: not ready: model. The key is refused: check KEY.",
    "- sender: not running",
    "",
    "**Lists**",
    "- inbound: 12 wait, the oldest for 3 min; dead letters: 3",
    "- outbound: 0 wait; dead letters: 0",
    "",
    "**Today** (UTC): 2000 tokens read, 40 written, $0.5000",
  ]);
  expect(asked).toEqual(["2026-11-28"]);
});

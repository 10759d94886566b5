import type { ProcessInfo } from "@tgmem/service";
import { expect, it } from "vitest";
import { problemsOf } from "./problems.ts";

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
const list = { name: "inbound", depth: 0, oldestMs: 0, isPaused: false };
const sentences = (...facts: Parameters<typeof problemsOf>) =>
  problemsOf(...facts).map(({ what }) => what);

it("finds nothing where all is well", () => {
  expect(sentences({ processes: [info("worker")], lists: [list] })).toEqual([]);
});

it("names an outage once, however many processes meet it, with what to do", () => {
  const outage = { kind: "model", what: "The key is refused.", remedy: "check KEY", sinceMs: 1 };
  const ill = { state: "not_ready" as const, failing: ["model"], outages: [outage] };
  const processes = [info("worker", ill), info("worker", { ...ill, id: "w2" })];
  expect(sentences({ processes, lists: [] })).toEqual(["The key is refused: check KEY."]);
});

it("names a process that gives no sign, or is not ready, but none that is stopping", () => {
  const processes = [
    info("consumer", { state: "silent", failing: ["engine"] }),
    info("receiver", { state: "not_ready", failing: ["telegram"] }),
    info("worker", { state: "not_ready", failing: ["draining"] }),
  ];
  expect(sentences({ processes, lists: [] })).toEqual([
    "The consumer gives no sign: it was killed, it hangs, or it cannot reach Redis.",
    "The receiver is not ready: telegram.",
  ]);
});

it("names a list that does not move, unless it is paused", () => {
  const still = { ...list, depth: 9, oldestMs: 11 * 60_000 };
  const young = { ...list, name: "outbound", depth: 9, oldestMs: 60_000 };
  const paused = { ...still, name: "summaries", isPaused: true };
  expect(sentences({ processes: [], lists: [still, young, paused] })).toEqual([
    "The list inbound does not move: 9 wait, the oldest for 11 minutes.",
  ]);
});

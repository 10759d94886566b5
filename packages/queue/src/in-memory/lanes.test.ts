import { expect, it } from "vitest";
import type { FinishOp } from "../on-store/lane-store.ts";
import { readyLanes } from "./lanes-stats.ts";
import { Lanes, type LanesTake } from "./lanes.ts";

// What the port does not show of the state machine, and the Redis scripts are compared with.

function setUp({ maxAttempts = 2 } = {}) {
  const lanes = new Lanes({
    dedupeMs: 0,
    maxDepth: 0,
    maxAttempts,
    maxEndedLeases: 2,
    maxDeadLetters: 9,
    deadLetterTtlMs: 0,
  });
  let takes = 0;
  function take(now: number, options: Partial<LanesTake> = {}) {
    const holder = `t.${++takes}`;
    const rules = { number: takes, max: 9, leaseMs: 100, maxInFlight: 0, handOff: false };
    return lanes.take(now, { ...rules, holder, ...options });
  }
  const push = (lane: string) => lanes.push(0, [{ lane, id: lane, json: "1", aliases: [] }]);
  /** Pushes a job of each lane, and takes them all. */
  function taken(...names: string[]) {
    for (const lane of names) push(lane);
    return take(0).entries;
  }
  const finish = (op: FinishOp, receipts: ReturnType<typeof taken>, ms: number) =>
    lanes.finish(0, receipts, { op, ms, reason: "why" });
  const { ready } = lanes.state;
  return { lanes, ready, push, take, taken, finish };
}

it("hands out lanes that fall due at one moment in the order of their names, as Redis does", () => {
  const { take, taken } = setUp();
  taken("b", "c", "a");
  expect(take(100).entries.map(({ lane }) => lane)).toEqual(["a", "b", "c"]);
});

it("hands out lanes in the order in which they fell due, whatever their names", () => {
  const { take, taken, finish } = setUp();
  const [a, b] = taken("a", "b");
  finish("defer", a ? [a] : [], 20);
  finish("defer", b ? [b] : [], 10);
  expect(take(20).entries.map(({ lane }) => lane)).toEqual(["b", "a"]);
});

it("says full when the in-flight limit holds a lane back, and only then", () => {
  const { push, take } = setUp();
  push("a");
  expect(take(0, { maxInFlight: 1 }).full, "no lane is held back").toBe(false);
  push("b");
  expect(take(0, { maxInFlight: 1 }).full).toBe(true);
  expect(take(0, { maxInFlight: 2, max: 1 }).full, "it took the lane").toBe(false);
  push("c");
  expect(take(0, { maxInFlight: 3, max: 0 }).full, "there is room").toBe(false);
  expect(take(0, { maxInFlight: 0, max: 0 }).full, "there is no limit").toBe(false);
});

it.each(["retry", "defer"] as const)(
  "wakes sleeping takers after a %s that is the next to fall due, and once",
  (op) => {
    const { ready, taken, finish } = setUp();
    const [a, b] = taken("a", "b");
    finish(op, a ? [a] : [], 101);
    expect(ready, "another lane falls due before it").toEqual([]);
    finish(op, b ? [b] : [], 50);
    expect(ready).toEqual([""]);
  },
);

it("wakes nobody after what brings no earlier time, and nobody twice", () => {
  const { lanes, ready, taken, finish } = setUp();
  const [a, b, c, d] = taken("a", "b", "c", "d");
  finish("extend", a ? [a] : [], 1);
  finish("settle", b ? [b] : [], 0);
  finish("bury", c ? [c] : [], 0);
  expect(ready).toEqual([]);
  finish("defer", a ? [a] : [], 2);
  finish("defer", d ? [d] : [], 1);
  expect(ready).toEqual([""]);
  expect(readyLanes(lanes.state)).toBe(0);
});

it("wakes nobody while a lane is ready, because then nobody sleeps", () => {
  const { ready, push, taken, finish } = setUp();
  const entries = taken("a");
  push("b");
  finish("defer", entries, 1);
  expect(ready).toEqual(["b"]);
});

it("wakes nobody after a retry that is refused", () => {
  const { ready, taken, finish } = setUp({ maxAttempts: 1 });
  expect(finish("retry", taken("a"), 1)).toEqual(["buried"]);
  expect(ready).toEqual([]);
});

it("takes a nudge away without a place for it", () => {
  const { ready, push, take, taken, finish } = setUp();
  finish("defer", taken("a"), 50);
  push("b");
  expect(ready).toEqual(["", "b"]);
  expect(take(0, { max: 1 }).entries.map(({ lane }) => lane)).toEqual(["b"]);
  expect(ready).toEqual([]);
});

it("gives lanes whose time has come more than half of a batch where few are ready", () => {
  const { push, take, taken } = setUp();
  taken("a", "b", "c", "d");
  push("e");
  expect(take(100, { max: 4 }).entries.map(({ lane }) => lane)).toEqual(["a", "b", "c", "e"]);
});

it("says of a lane whose time is over that it falls due now", () => {
  const { take, taken } = setUp();
  taken("a");
  expect(take(40, { max: 0 }).nextMs).toBe(60);
  expect(take(500, { max: 0 }).nextMs).toBe(0);
});

it("leaves a nudge to a take that looks for ready lanes", () => {
  const { ready, take, taken, finish } = setUp();
  finish("defer", taken("a"), 50);
  take(0, { max: 0 });
  expect(ready).toEqual([""]);
});

it("counts nothing for a claim that is repeated under its token", () => {
  const { lanes, take, push } = setUp();
  push("a");
  take(0, { handOff: true });
  const claim = (token: string) =>
    lanes.claim(0, { lane: "a", id: "a", leaseMs: 9, token })?.attempt;
  expect([claim("t"), claim("t"), claim("u")]).toEqual([1, 1, 1]);
  expect(lanes.state.heads.get("a")).toBe("1:1.+u");
});

import { expect, it } from "vitest";
import type { FinishOp } from "../on-store/lane-store.ts";
import { MemoryTables } from "../in-memory/memory-tables.ts";
import { Lanes, type LanesTake } from "./lanes.ts";

// What the port does not show of the state machine, and the Redis scripts are compared with.

function setUp({ maxAttempts = 2 } = {}) {
  const lanes = new Lanes(
    {
      dedupeMs: 0,
      maxDepth: 0,
      maxAttempts,
      maxEndedLeases: 2,
      maxDeadLetters: 9,
      deadLetterTtlMs: 0,
    },
    new MemoryTables(),
  );
  let takes = 0;
  function take(now: number, options: Partial<LanesTake> = {}) {
    const holder = `t.${++takes}`;
    const rules = { number: takes, max: 9, leaseMs: 100, maxInFlight: 0, handOff: false };
    return lanes.take(now, { ...rules, holder, ...options });
  }
  const push = (lane: string) =>
    lanes.push(0, [{ lane, id: lane, json: "1", aliases: [], delayMs: 0 }]);
  /** Pushes a job of each lane, and takes them all. */
  function taken(...names: string[]) {
    for (const lane of names) push(lane);
    return take(0).entries;
  }
  const finish = (op: FinishOp, receipts: ReturnType<typeof taken>, ms: number) =>
    lanes.finish(0, receipts, { op, ms, reason: "why" });
  return { lanes, push, take, taken, finish };
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

it("waits at the in-flight limit for the end of a lease only, because nothing else makes room by itself", () => {
  const { push, take, taken, finish } = setUp();
  const [a] = taken("a", "b");
  finish("defer", a ? [a] : [], 10);
  push("c");
  expect(take(0, { max: 0, maxInFlight: 1 }).nextMs).toBe(100);
  expect(take(0, { max: 0, maxInFlight: 2 }).nextMs).toBe(10);
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

it("counts nothing for a claim that is repeated under its token", () => {
  const { lanes, take, push } = setUp();
  push("a");
  take(0, { handOff: true });
  const claim = (token: string) =>
    lanes.claim(0, { lane: "a", id: "a", leaseMs: 9, token })?.attempt;
  expect([claim("t"), claim("t"), claim("u")]).toEqual([1, 1, 1]);
  expect(lanes.tables.state.heads.get("a")).toBe("1:1.+u");
});

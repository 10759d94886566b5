import { expect, it } from "vitest";
import { keepLeases } from "./keep-leases.ts";
import type { Outcome } from "./queue.ts";

/** A queue that answers when told to. */
function slowQueue() {
  const asked: { receipts: readonly string[]; answer: (outcomes: Outcome[]) => void }[] = [];
  return {
    asked,
    extend: (receipts: readonly string[]) =>
      new Promise<readonly Outcome[]>((answer) => asked.push({ receipts, answer })),
  };
}
const quiet = { leaseMs: 30_000, everyMs: 60_000 };

it("extends whatever is held in one call", async () => {
  const calls: unknown[] = [];
  const queue = {
    async extend(receipts: readonly string[], options: unknown): Promise<Outcome[]> {
      calls.push([receipts, options]);
      return receipts.map(() => "done");
    },
  };
  const keeper = keepLeases(queue, quiet);
  const [first, second] = [keeper.hold("1"), keeper.hold("2")];
  await keeper.tick();
  first.release();
  await keeper.tick();
  second.release();
  await keeper.tick();
  expect(calls).toEqual([
    [["1", "2"], { leaseMs: 30_000 }],
    [["2"], { leaseMs: 30_000 }],
  ]);
  expect([first.lost, second.lost]).toEqual([false, false]);
});

it("extends on a timer while something is held, also after a time in which nothing was", async () => {
  const asked = Promise.withResolvers<void>();
  const queue = {
    async extend(receipts: readonly string[]): Promise<Outcome[]> {
      asked.resolve();
      return receipts.map(() => "done");
    },
  };
  const keeper = keepLeases(queue, { leaseMs: 15 });
  keeper.hold("1").release();
  const held = keeper.hold("2");
  await asked.promise;
  held.release();
});

it("tells of a loss by its signal, and asks no more", async () => {
  const queue = slowQueue();
  const keeper = keepLeases(queue, quiet);
  const [gone, kept] = [keeper.hold("1"), keeper.hold("2")];
  const round = keeper.tick();
  queue.asked[0]?.answer(["stale", "done"]);
  await round;
  expect([gone.lost, gone.signal.aborted, kept.lost]).toEqual([true, true, false]);
  void keeper.tick();
  expect(queue.asked[1]?.receipts).toEqual(["2"]);
  kept.release();
});

it("takes no answer for a loss whose receipt is being finished or was passed on meanwhile", async () => {
  const queue = slowQueue();
  const keeper = keepLeases(queue, quiet);
  const [finishing, passedOn, released] = [keeper.hold("1"), keeper.hold("2"), keeper.hold("3")];
  const round = keeper.tick();
  finishing.finishing();
  passedOn.finishing();
  passedOn.goOn("2b");
  released.release();
  queue.asked[0]?.answer(["gone", "gone", "gone"]);
  await round;
  expect([finishing.lost, passedOn.lost, released.lost]).toEqual([false, false, false]);
  void keeper.tick();
  expect(queue.asked[1]?.receipts).toEqual(["2b"]);
  for (const held of [finishing, passedOn]) held.release();
});

it("asks one question at a time, and survives a failure", async () => {
  const errors: unknown[] = [];
  let calls = 0;
  const failing = { extend: () => Promise.reject(new Error(`away ${++calls}`)) };
  const keeper = keepLeases(failing, { ...quiet, onError: (error) => errors.push(error) });
  const held = keeper.hold("1");
  await Promise.all([keeper.tick(), keeper.tick()]);
  await keeper.tick();
  expect(errors).toEqual([new Error("away 1"), new Error("away 2")]);
  expect(held.lost).toBe(false);
  held.release();

  const unheard = keepLeases(failing, quiet);
  const other = unheard.hold("2");
  await unheard.tick();
  expect(other.lost).toBe(false);
  other.release();
});

import assert from "node:assert/strict";
import {
  badJob,
  type Cases,
  counts,
  ids,
  job,
  jobs,
  receipts,
  rejectsWith,
  same,
  takeNow,
  takeOne,
} from "../kit.ts";

export const takeCases: Cases = {
  async "take: gives the head of each lane only, in the order the lanes became ready"({ open }) {
    const queue = await open();
    await queue.push([job("a", "1"), job("a", "2"), job("b", "3"), job("c", "4")]);
    same(ids(await takeNow(queue, 2)), ["1", "3"]);
    same(ids(await takeNow(queue)), ["4"]);
    same(ids(await takeNow(queue)), []);
  },

  async "take: a lane in flight gives nothing, whatever is pushed to it"({ open }) {
    const queue = await open();
    await queue.push([job("a", "1")]);
    await takeOne(queue);
    await queue.push([job("a", "2")]);
    same(ids(await takeNow(queue)), []);
    same(await counts(queue), { depth: 2, inFlight: 1, waiting: 0, ready: 0, deadLetters: 0 });
  },

  async "take: keeps the order of a lane from the first job to the last"({ open }) {
    const queue = await open();
    await queue.push([...jobs("a", 3), ...jobs("b", 2)]);
    const order: string[] = [];
    for (let taken = await takeNow(queue); taken.length > 0; taken = await takeNow(queue)) {
      order.push(...ids(taken));
      await queue.settle(receipts(taken));
    }
    same(
      order.filter((id) => id.startsWith("a")),
      ["a1", "a2", "a3"],
    );
    same(
      order.filter((id) => id.startsWith("b")),
      ["b1", "b2"],
    );
  },

  async "take: a lane that was served goes behind the others"({ open }) {
    const queue = await open();
    await queue.push([...jobs("a", 3), ...jobs("b", 1)]);
    await queue.settle([(await takeOne(queue)).receipt]);
    same(ids([await takeOne(queue), await takeOne(queue)]), ["b1", "a2"]);
  },

  async "take: lanes whose time has come get at most half of a batch while others are ready"({
    open,
  }) {
    const queue = await open();
    await queue.push(["x1", "x2", "x3", "x4"].map((id) => job(id, id)));
    await queue.defer(receipts(await takeNow(queue)), { delayMs: 0 });
    await queue.push(["y1", "y2", "y3", "y4"].map((id) => job(id, id)));
    same(ids(await takeNow(queue, 4)), ["x1", "x2", "y1", "y2"]);
  },

  async "take: a lane that comes back at once, again and again, starves no ready one, also where a take asks for one job"({
    open,
    clock,
  }) {
    const queue = await open();
    await queue.push(["x", "1", "2", "3", "4"].map((id) => job(id, id)));
    const order: string[] = [];
    for (let i = 0; i < 12; i++) {
      const { id, receipt } = await takeOne(queue);
      order.push(id);
      await (id === "x" ? queue.defer([receipt], { delayMs: 0 }) : queue.settle([receipt]));
      clock.now += 1;
    }
    same(
      order.filter((id) => id !== "x"),
      ["1", "2", "3", "4"],
    );
  },

  async "take: ready lanes without an end starve none whose time has come, also where a take asks for one job, or the in-flight limit leaves one place"({
    open,
  }) {
    const queue = await open({ maxInFlight: 1 });
    await queue.push([job("x", "x")]);
    await queue.defer([(await takeOne(queue)).receipt], { delayMs: 0 });
    for (const max of [1, 9]) {
      const order: string[] = [];
      for (let i = 0; i < 5; i++) {
        await queue.push(["a", "b"].map((lane) => job(`${lane}${max}${i}`, `${lane}${max}${i}`)));
        const [taken] = await takeNow(queue, max);
        order.push(taken?.id ?? "");
        await queue.defer([taken?.receipt ?? ""], { delayMs: taken?.id === "x" ? 0 : 1_000 });
      }
      same(order.includes("x"), true);
      same(order.filter((id) => id !== "x").length > 1, true);
    }
  },

  async "take: keeps the in-flight limit over all takers, and goes on when a lane comes back"({
    open,
  }) {
    const one = await open({ maxInFlight: 3 });
    const other = await open({ maxInFlight: 3 });
    await one.push(["1", "2", "3", "4", "5"].map((id) => job(id, id)));
    const taken = await takeNow(one, 2);
    same(ids(await takeNow(other, 2)), ["3"]);
    same(ids(await takeNow(other, 2)), []);
    await one.settle([taken[0]?.receipt ?? ""]);
    same(ids(await takeNow(other, 5)), ["4"]);
    await one.defer([taken[1]?.receipt ?? ""], { delayMs: 0 });
    same((await takeNow(one, 5)).length, 1, "a lane whose time has come needs a place as well");
  },

  async "take: a lane that waits for its retry holds no place in flight, and needs one when its time has come"({
    open,
    clock,
  }) {
    const queue = await open({ maxInFlight: 2 });
    await queue.push(["1", "2", "3", "4"].map((id) => job(id, id)));
    const delay = { delayMs: 50, reason: "the archive is away" };
    same(await queue.retry(receipts(await takeNow(queue)), delay), ["done", "done"]);
    const others = await takeNow(queue);
    same(ids(others), ["3", "4"]);
    clock.now += 50;
    same(ids(await takeNow(queue)), [], "all places are taken");
    same(await counts(queue), { depth: 4, inFlight: 2, waiting: 2, ready: 0, deadLetters: 0 });
    await queue.settle(receipts(others.slice(1)));
    same(ids(await takeNow(queue)), ["1"]);
  },

  async "take: buries a body that does not fit, with a reason that does not quote it, and goes on"({
    open,
  }) {
    const queue = await open();
    await queue.push([badJob("a", "1"), job("a", "2"), badJob("b", "3", "secret"), job("c", "4")]);
    same(ids(await takeNow(queue)), ["4"]);
    same(ids(await takeNow(queue)), ["2"]);
    const letters = await queue.deadLetters({ limit: 10 });
    same(
      letters
        .map(({ id, lane, body }) => ({ id, lane, body }))
        .toSorted((a, b) => a.id.localeCompare(b.id)),
      [
        { id: "1", lane: "a", body: '{"secret":"a word"}' },
        { id: "3", lane: "b", body: '"secret"' },
      ],
    );
    for (const { reason } of letters) {
      assert.match(reason, /schema/);
      assert.doesNotMatch(reason, /secret|word/);
    }
  },

  async "take: finds the job behind bad ones in the same call"({ open }) {
    const queue = await open();
    await queue.push([badJob("a", "1"), badJob("a", "2"), job("a", "3")]);
    same(ids(await takeNow(queue)), ["3"]);
  },

  async "take: refuses a max or a lease that is no positive integer, and a max above 1000"({
    open,
  }) {
    const queue = await open();
    for (const [max, leaseMs] of [
      [0, 1],
      [1, 0],
      [1.5, 1],
      [1, Number.NaN],
      [1_001, 1],
    ] as const) {
      await rejectsWith("invalid_argument", queue.take({ max, leaseMs, waitMs: 0 }));
    }
  },

  async "stats: counts jobs, and lanes that are in flight, that wait for their time and that are ready"({
    open,
  }) {
    const queue = await open();
    same(await counts(queue), { depth: 0, inFlight: 0, waiting: 0, ready: 0, deadLetters: 0 });
    await queue.push([...jobs("a", 3), ...jobs("b", 1)]);
    same(await counts(queue), { depth: 4, inFlight: 0, waiting: 0, ready: 2, deadLetters: 0 });
    const taken = await takeNow(queue, 2);
    await queue.retry([taken[0]?.receipt ?? ""], { delayMs: 50, reason: "busy" });
    same(await counts(queue), { depth: 4, inFlight: 1, waiting: 1, ready: 0, deadLetters: 0 });
    await queue.bury([taken[1]?.receipt ?? ""], { reason: "no" });
    same(await counts(queue), { depth: 3, inFlight: 0, waiting: 1, ready: 0, deadLetters: 1 });
  },
};

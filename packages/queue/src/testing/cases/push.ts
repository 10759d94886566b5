import assert from "node:assert/strict";
import {
  badJob,
  type Cases,
  claimed,
  ids,
  job,
  jobs,
  receipts,
  rejectsWith,
  same,
  takeNow,
  takeOne,
} from "../kit.ts";

export const pushCases: Cases = {
  async "push: names the ids it dropped as duplicates, within one call too"({ open }) {
    const queue = await open();
    same(await queue.push([job("a", "1"), job("a", "2"), job("b", "3"), job("b", "3")]), ["3"]);
    same(await queue.push([job("a", "1"), job("c", "4")]), ["1"]);
    same((await queue.stats()).depth, 4);
  },

  async "push: a job says when it was pushed, whoever hands it out, and a replay is a new push"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    const pushedAtMs = clock.now;
    await queue.push(jobs("a", 2));
    clock.now += 7;
    same((await takeOne(queue)).pushedAtMs, pushedAtMs);
    const first = await claimed(queue, "a", "a1");
    same(first.pushedAtMs, pushedAtMs);
    same((await queue.next(first.receipt, { leaseMs: 10 })).job?.pushedAtMs, pushedAtMs);
    const second = await claimed(queue, "a", "a2");
    await queue.bury([second.receipt], { reason: "no" });
    await queue.replay([1]);
    same((await takeOne(queue)).pushedAtMs, clock.now);
  },

  async "stats: tell the age of the oldest job that waits, is in flight or waits for a retry"({
    open,
    clock,
  }) {
    const queue = await open();
    same((await queue.stats()).oldestMs, 0);
    await queue.push([job("a", "1"), job("a", "2")]);
    clock.now += 5;
    await queue.push([job("b", "3")]);
    clock.now += 5;
    same((await queue.stats()).oldestMs, 10);
    const [first, other] = await takeNow(queue);
    same((await queue.stats()).oldestMs, 10);
    await queue.settle([other?.receipt ?? ""]);
    await queue.retry([first?.receipt ?? ""], { delayMs: 50, reason: "busy" });
    same((await queue.stats()).oldestMs, 10);
    clock.now += 50;
    await queue.settle([(await takeOne(queue)).receipt]);
    same((await queue.stats()).oldestMs, 60, "the next one of the lane");
    await queue.settle([(await takeOne(queue)).receipt]);
    same((await queue.stats()).oldestMs, 0);
  },

  async "push: repeated, it changes nothing"({ open }) {
    const queue = await open();
    const all = [...jobs("a", 2), ...jobs("b", 1)];
    await queue.push(all);
    const before = await queue.stats();
    same(await queue.push(all), ids(all));
    same(await queue.stats(), before);
  },

  async "push: an id is remembered after its job was settled"({ open }) {
    const queue = await open();
    await queue.push([job("a", "1")]);
    await queue.settle(receipts(await takeNow(queue)));
    same(await queue.push([job("a", "1")]), ["1"]);
  },

  async "push: an id may come again when its window is over"({ open }) {
    const queue = await open({ dedupeMs: 20, realTime: true });
    await queue.push([job("a", "1")]);
    while ((await queue.push([job("a", "1")])).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    same((await queue.stats()).depth, 2);
  },

  async "push: remembers no ids with a window of 0"({ open }) {
    const queue = await open({ dedupeMs: 0 });
    same(await queue.push([job("a", "1"), job("a", "1")]), []);
  },

  async "push: takes room for each job with a window of 0, also for the same id twice"({ open }) {
    const queue = await open({ dedupeMs: 0, maxDepth: 1 });
    await rejectsWith("queue_full", queue.push([job("a", "1"), job("a", "1")]));
    same((await queue.stats()).depth, 0);
  },

  async "push: at the depth limit it refuses all jobs of the call and writes none"({ open }) {
    const queue = await open({ maxDepth: 3 });
    await queue.push(jobs("a", 2));
    const error = await rejectsWith("queue_full", queue.push(jobs("b", 2)));
    assert.ok(error instanceof Error && "retryable" in error && error.retryable === true);
    same((await queue.stats()).depth, 2);
    same(await queue.push(jobs("b", 1)), [], "the refusal left no memory of the ids");
  },

  async "push: the repeat of the push that filled the queue hears duplicate, not full"({ open }) {
    const queue = await open({ maxDepth: 3 });
    await queue.push(jobs("a", 2));
    same(await queue.push([job("a", "a1"), job("b", "3")]), ["a1"]);
    same(await queue.push([job("a", "a1"), job("b", "3")]), ["a1", "3"]);
  },

  async "push: a full queue takes jobs again when one was settled"({ open }) {
    const queue = await open({ maxDepth: 1 });
    await queue.push([job("a", "1")]);
    await queue.settle([(await takeOne(queue)).receipt]);
    same(await queue.push([job("a", "2")]), []);
  },

  async "push: one caller's push does not fail because of another's at the same time"({ open }) {
    const queue = await open({ maxDepth: 3 });
    const [small, large] = await Promise.allSettled([
      queue.push(jobs("a", 2)),
      queue.push(jobs("b", 2)),
    ]);
    same([small.status, large.status], ["fulfilled", "rejected"]);
  },

  async "push: calls at the same time each hear of their own duplicates"({ open }) {
    const queue = await open();
    const answers = await Promise.all([
      queue.push([job("a", "1")]),
      queue.push([job("a", "1"), job("a", "2")]),
      queue.push([]),
    ]);
    same(answers, [[], ["1"], []]);
    same(ids(await takeNow(queue)), ["1"]);
  },

  async "push: refuses an empty lane, an empty id, an id with spaces, a body that is not JSON, and more than 1000 jobs"({
    open,
  }) {
    const queue = await open();
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const bad = [
      [job("", "1")],
      [job("a", "")],
      [job("a", "1 2")],
      [job("a", "1\n2")],
      [badJob("a", "1", () => "no JSON")],
      [badJob("a", "1", circle)],
      jobs("a", 1_001),
    ];
    for (const some of bad)
      await rejectsWith("invalid_argument", queue.push([job("ok", "ok"), ...some]));
    same((await queue.stats()).depth, 0);
  },

  async "push: refuses ids, lanes and aliases with half a letter, which a store may take for one another"({
    open,
  }) {
    const queue = await open();
    const bad = [
      job("a", "\ud8001"),
      job("\udc00", "1"),
      { ...job("a", "1"), aliases: ["2\ud801"] },
    ];
    for (const one of bad) await rejectsWith("invalid_argument", queue.push([one]));
    same((await queue.stats()).depth, 0);
  },

  async "push: a lane and a text may hold spaces, line ends and any letters"({ open }) {
    const queue = await open();
    const strange = {
      lane: " a\n b é😀 ",
      id: "é:1😀",
      body: { text: 'line\nend "quoted" \\ \u0000 é😀 ' },
    };
    await queue.push([strange]);
    const taken = await takeOne(queue);
    same({ lane: taken.lane, id: taken.id, body: taken.body }, strange);
    same(await queue.settle([taken.receipt]), ["done"]);
  },
};

import {
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

export const leaseCases: Cases = {
  async "settle: any process may do it with the receipt"({ open }) {
    const [taker, other] = [await open(), await open()];
    await taker.push(jobs("a", 2));
    same(await other.settle([(await takeOne(taker)).receipt]), ["done"]);
    same(ids(await takeNow(other)), ["a2"]);
  },

  async "settle: works once; again it is gone, and so is every other use of the receipt"({ open }) {
    const queue = await open();
    await queue.push(jobs("a", 2));
    const { receipt } = await takeOne(queue);
    same(
      await queue.settle([receipt, receipt]),
      ["done", "done"],
      "twice in one call settles one job",
    );
    same((await queue.stats()).depth, 1);
    same(await queue.settle([receipt]), ["gone"]);
    same(await queue.extend([receipt], { leaseMs: 10 }), ["gone"]);
    same(await queue.retry([receipt], { delayMs: 0, reason: "late" }), ["gone"]);
    same(await queue.defer([receipt], { delayMs: 0 }), ["gone"]);
    same(await queue.bury([receipt], { reason: "late" }), ["gone"]);
    same(await queue.next(receipt, { leaseMs: 10 }), { outcome: "gone", job: null });
    same(await counts(queue), { depth: 1, inFlight: 0, waiting: 0, ready: 1, deadLetters: 0 });
  },

  async "settle: answers receipt by receipt, for calls at the same time and for thousands of receipts too"({
    open,
  }) {
    const queue = await open();
    await queue.push(jobs("a", 2));
    const first = await takeOne(queue);
    await queue.settle([first.receipt]);
    const second = await takeOne(queue);
    const many = Array.from({ length: 1_500 }, () => first.receipt);
    const answers = await Promise.all([
      queue.settle([first.receipt, second.receipt]),
      queue.settle([]),
      queue.settle(many),
    ]);
    same(answers, [["gone", "done"], [], many.map(() => "gone")]);
  },

  async "lease: when it ends the job comes again, and no attempt is counted"({ open, clock }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    same((await takeOne(queue, 100)).attempt, 1);
    clock.now += 99;
    same(await takeNow(queue), []);
    clock.now += 1;
    same((await takeOne(queue, 100)).attempt, 1);
  },

  async "lease: over but not taken again, the receipt still holds"({ open, clock }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    const { receipt } = await takeOne(queue, 100);
    clock.now += 1_000;
    same(await queue.extend([receipt], { leaseMs: 100 }), ["done"]);
    same(await takeNow(queue), [], "extended late, it is not handed out");
    clock.now += 1_000;
    same(await queue.settle([receipt]), ["done"]);
  },

  async "lease: taken again, the old receipt is stale and touches nothing, the new one holds"({
    open,
    clock,
  }) {
    const queue = await open();
    await queue.push(jobs("a", 2));
    const old = await takeOne(queue, 100);
    clock.now += 100;
    const fresh = await takeOne(queue, 100);
    const before = await queue.stats();
    same(await queue.settle([old.receipt]), ["stale"]);
    same(await queue.extend([old.receipt], { leaseMs: 9_000 }), ["stale"]);
    same(await queue.retry([old.receipt], { delayMs: 0, reason: "late" }), ["stale"]);
    same(await queue.defer([old.receipt], { delayMs: 0 }), ["stale"]);
    same(await queue.bury([old.receipt], { reason: "late" }), ["stale"]);
    same(await queue.next(old.receipt, { leaseMs: 10 }), { outcome: "stale", job: null });
    same(await queue.stats(), before);
    same(await queue.settle([fresh.receipt, old.receipt]), ["done", "stale"]);
    same(await queue.settle([old.receipt]), ["gone"]);
  },

  async "extend: the lease counts from now"({ open, clock }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    const { receipt } = await takeOne(queue, 100);
    clock.now += 90;
    same(await queue.extend([receipt], { leaseMs: 100 }), ["done"]);
    clock.now += 90;
    same(await takeNow(queue), []);
    clock.now += 10;
    same((await takeOne(queue)).id, "a1");
  },

  async "retry: the job keeps its place in the lane, and its attempts count"({ open, clock }) {
    const queue = await open();
    await queue.push(jobs("a", 2));
    const first = await takeOne(queue);
    same(await queue.retry([first.receipt], { delayMs: 50, reason: "busy" }), ["done"]);
    same(
      await queue.retry([first.receipt], { delayMs: 50, reason: "busy" }),
      ["stale"],
      "its answer was lost, repeated",
    );
    clock.now += 49;
    same(await takeNow(queue), []);
    clock.now += 1;
    const again = await takeOne(queue);
    same([again.id, again.attempt], ["a1", 2]);
    await queue.settle([again.receipt]);
    const next = await takeOne(queue);
    same([next.id, next.attempt], ["a2", 1]);
  },

  async "retry: the last attempt makes a dead letter with the reason, and the lane goes on"({
    open,
  }) {
    const queue = await open({ maxAttempts: 2 });
    await queue.push(jobs("a", 2));
    same(await queue.retry([(await takeOne(queue)).receipt], { delayMs: 0, reason: "first" }), [
      "done",
    ]);
    const { receipt } = await takeOne(queue);
    same(await queue.retry([receipt, receipt], { delayMs: 0, reason: "second" }), [
      "buried",
      "buried",
    ]);
    same(await queue.retry([receipt], { delayMs: 0, reason: "second" }), ["gone"]);
    const letters = await queue.deadLetters({ limit: 10 });
    same(
      letters.map(({ id, attempts, reason }) => ({ id, attempts, reason })),
      [{ id: "a1", attempts: 2, reason: "second" }],
    );
    same(ids(await takeNow(queue)), ["a2"]);
  },

  async "defer: gives back any number of times and counts no attempt"({ open, clock }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    for (let i = 0; i < 10; i++) {
      const { attempt, receipt } = await takeOne(queue);
      same(attempt, 1);
      same(await queue.defer([receipt], { delayMs: 20 }), ["done"]);
      same(await queue.defer([receipt], { delayMs: 20 }), ["stale"]);
      same(await takeNow(queue), []);
      clock.now += 20;
    }
  },

  async "delays: a fraction is rounded up, and a negative or endless one is refused"({
    open,
    clock,
  }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    const { receipt } = await takeOne(queue);
    for (const delayMs of [-1, Number.NaN, Infinity]) {
      await rejectsWith("invalid_argument", queue.defer([receipt], { delayMs }));
      await rejectsWith("invalid_argument", queue.retry([receipt], { delayMs, reason: "busy" }));
    }
    same(await queue.retry([receipt], { delayMs: 1.2, reason: "busy" }), ["done"]);
    clock.now += 1;
    same(await takeNow(queue), []);
    clock.now += 1;
    same((await takeOne(queue)).attempt, 2);
  },

  async "next: settles, and leases the next job of the lane to the same holder"({ open, clock }) {
    const queue = await open();
    await queue.push([...jobs("a", 2), ...jobs("b", 1)]);
    const first = await takeOne(queue);
    const { outcome, job: second } = await queue.next(first.receipt, { leaseMs: 100 });
    same([outcome, second?.id, second?.attempt], ["done", "a2", 1]);
    same(ids(await takeNow(queue)), ["b1"], "a take gets other lanes only");
    same(await queue.settle([first.receipt]), ["gone"]);
    clock.now += 50;
    same(await queue.next(second?.receipt ?? "", { leaseMs: 100 }), { outcome: "done", job: null });
    same((await queue.stats()).depth, 1);
    await queue.push([job("a", "a3")]);
    same(ids(await takeNow(queue)), ["a3"], "an empty lane is ready again with its next job");
  },

  async "receipts: refuses a string that is none"({ open }) {
    const queue = await open();
    for (const text of ["", "a1", "1.x", "1.x a1", "x a1 a"]) {
      await rejectsWith("invalid_argument", queue.settle([text]));
      await rejectsWith("invalid_argument", queue.next(text, { leaseMs: 10 }));
    }
    same(await queue.settle(["1.x.1 a1 a"]), ["gone"]);
  },

  async "receipts: those of many lanes are used in one call"({ open }) {
    const queue = await open();
    await queue.push(["1", "2", "3"].map((id) => job(id, id)));
    const taken = await takeNow(queue);
    same(await queue.extend(receipts(taken), { leaseMs: 50 }), ["done", "done", "done"]);
    same(await queue.settle(receipts(taken)), ["done", "done", "done"]);
    same(await counts(queue), { depth: 0, inFlight: 0, waiting: 0, ready: 0, deadLetters: 0 });
  },
};

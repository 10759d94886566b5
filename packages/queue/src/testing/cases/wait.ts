import { type Cases, counts, ids, job, jobs, rejectsWith, same, takeNow, takeOne } from "../kit.ts";

const forever = 600_000;
const long = { max: 10, leaseMs: forever, waitMs: forever };
/** Later than whatever the queue does at once. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

/** These cases run in real time: each would last ten minutes if the wait were not ended by what it waits for. */
export const waitCases: Cases = {
  async "wait: a take waits for a push, another process' too"({ open }) {
    const [taker, producer] = [await open({ realTime: true }), await open({ realTime: true })];
    const taken = taker.take(long);
    await soon();
    await producer.push(jobs("a", 1));
    same(ids(await taken), ["a1"]);
  },

  async "wait: notices a push at every moment of the take's way into its wait"({ open }) {
    const queue = await open({ realTime: true, maxDepth: 1_000 }); // With a limit, pushes may not wait for each other.
    for (let moment = 0; moment < 30; moment++) {
      const taken = queue.take(long);
      for (let i = 0; i < moment; i++) await Promise.resolve();
      await queue.push(jobs(`lane${moment}`, 1));
      same((await taken).length, 1);
    }
  },

  async "wait: one of many waiting takes gets the job, and the others go on waiting"({ open }) {
    const queue = await open({ realTime: true });
    const takes = Array.from({ length: 5 }, () => queue.take({ ...long, max: 1 }));
    await soon();
    for (const lane of ["a", "b", "c", "d", "e"]) await queue.push(jobs(lane, 1));
    same(ids((await Promise.all(takes)).flat()).toSorted(), ["a1", "b1", "c1", "d1", "e1"]);
  },

  async "wait: a take waits for a settle that makes the lane's next job ready"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 2));
    const { receipt } = await takeOne(queue, forever);
    const taken = queue.take(long);
    await soon();
    await queue.settle([receipt]);
    same(ids(await taken), ["a2"]);
  },

  async "wait: a take waits for a retry made meanwhile by another process"({ open }) {
    const [taker, other] = [await open({ realTime: true }), await open({ realTime: true })];
    await taker.push(jobs("a", 1));
    const { receipt } = await takeOne(taker, forever);
    const taken = taker.take(long);
    await soon();
    await other.retry([receipt], { delayMs: 40, reason: "busy" });
    same(
      (await taken).map(({ id, attempt }) => [id, attempt]),
      [["a1", 2]],
    );
    same((await taker.stats()).ready, 0);
  },

  async "wait: a take waits for a lease to end"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 1));
    await takeOne(queue, 40);
    same(ids(await queue.take(long)), ["a1"]);
  },

  async "wait: a take held back by the in-flight limit goes on when a lane comes back"({ open }) {
    const queue = await open({ realTime: true, maxInFlight: 1 });
    await queue.push([job("a", "1"), job("b", "2")]);
    const { receipt } = await takeOne(queue, forever);
    const taken = queue.take(long);
    await soon();
    await queue.settle([receipt]);
    same(ids(await taken), ["2"]);
  },

  async "wait: a take waits for a replay"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 1));
    await queue.bury([(await takeOne(queue)).receipt], { reason: "no" });
    const taken = queue.take(long);
    await soon();
    await queue.replay([1]);
    same(ids(await taken), ["a1"]);
  },

  async "wait: ends with none when its time is over"({ open }) {
    const queue = await open({ realTime: true });
    same(await queue.take({ ...long, waitMs: 30 }), []);
    await queue.push(jobs("a", 1));
    same(ids(await takeNow(queue)), ["a1"], "and left nothing behind");
  },

  async "abort: ends a wait with none, and no later job is stranded"({ open }) {
    const queue = await open({ realTime: true });
    const stop = new AbortController();
    const taken = queue.take({ ...long, signal: stop.signal });
    await soon();
    stop.abort();
    same(await taken, []);
    await queue.push(jobs("a", 1));
    same(ids(await queue.take(long)), ["a1"]);
  },

  async "abort: a take that was aborted before takes nothing"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 1));
    same(await queue.take({ ...long, signal: AbortSignal.abort() }), []);
    same((await queue.stats()).ready, 1);
  },

  async "abort: a take on the wire hands out its jobs, or gives them back"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 1));
    const stop = new AbortController();
    const taken = queue.take({ ...long, signal: stop.signal });
    stop.abort();
    const got = [...(await taken)];
    if (got.length === 0) got.push(...(await queue.take(long)));
    same(
      got.map(({ id, attempt }) => [id, attempt]),
      [["a1", 1]],
    );
  },

  async "abort: a call that was aborted before rejects with the signal's reason, and does nothing"({
    open,
  }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 2));
    const { receipt } = await takeOne(queue, forever);
    const before = await counts(queue);
    const reason = new Error("no longer wanted");
    const signal = AbortSignal.abort(reason);
    const calls = [
      queue.push(jobs("b", 1), { signal }),
      queue.claim("a", "a1", { leaseMs: 1, signal }),
      queue.next(receipt, { leaseMs: 1, signal }),
      queue.settle([receipt], { signal }),
      queue.extend([receipt], { leaseMs: 1, signal }),
      queue.retry([receipt], { delayMs: 0, reason: "busy", signal }),
      queue.defer([receipt], { delayMs: 0, signal }),
      queue.bury([receipt], { reason: "no", signal }),
      queue.deadLetters({ limit: 1, signal }),
      queue.unacknowledged({ limit: 1, signal }),
      queue.acknowledge(1, { signal }),
      queue.replay([1], { signal }),
      queue.stats({ signal }),
    ];
    for (const answer of await Promise.allSettled<unknown>(calls))
      same(answer, { status: "rejected", reason });
    same(await counts(queue), before);
    same(await queue.settle([receipt]), ["done"]);
  },

  async "abort: ends one call's wait, and not that of its neighbours"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push([job("a", "1"), job("b", "2")]);
    const [first, second] = await takeNow(queue);
    const stop = new AbortController();
    const settles = Promise.allSettled([
      queue.settle([first?.receipt ?? ""], { signal: stop.signal }),
      queue.settle([second?.receipt ?? ""]),
    ]);
    stop.abort(new Error("no longer wanted"));
    same(
      (await settles).map(({ status }) => status),
      ["rejected", "fulfilled"],
    );
    same(await queue.settle([second?.receipt ?? ""]), ["gone"]);
  },

  async "close: ends waits with none, and later calls fail"({ open }) {
    const queue = await open({ realTime: true });
    const taken = queue.take(long);
    await soon();
    await queue.close();
    same(await taken, []);
    await rejectsWith("closed", queue.take(long));
    await rejectsWith("closed", queue.push(jobs("a", 1)));
    await rejectsWith("closed", queue.settle(["1.x.1 a1 a"]));
    await rejectsWith("closed", queue.stats());
    await queue.close();
  },

  async "close: ends also a take that is on its way into its wait"({ open }) {
    const queue = await open({ realTime: true });
    const taken = queue.take(long);
    await queue.close();
    same(await taken, []);
  },

  async "close: what was asked before is still done"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 1));
    const { receipt } = await takeOne(queue, forever);
    const settled = queue.settle([receipt]);
    const pushed = queue.push(jobs("b", 1));
    await queue.close();
    same(await settled, ["done"]);
    same(await pushed, []);
  },
};

import {
  type Cases,
  claimed,
  ids,
  job,
  jobs,
  rejectsWith,
  same,
  takeNow,
  takeOne,
} from "../kit.ts";

const long = { max: 10, leaseMs: 600_000, waitMs: 600_000 };

export const pauseCases: Cases = {
  async "pause: a lane hands out nothing until it is resumed, and others go on"({ open, clock }) {
    const queue = await open();
    await queue.push([...jobs("a", 2), job("b", "b1")]);
    same(await queue.pause("a"), true);
    same(await queue.pause("a"), false);
    same(ids(await takeNow(queue, 1)), ["b1"]);
    await queue.push([job("a", "a3")]);
    clock.now += 1_000_000_000;
    same(ids(await takeNow(queue)), ["b1"], "its lease has ended");
    same((await queue.stats()).depth, 4);
    same(await queue.resume("a"), true);
    same(await queue.resume("a"), false);
    for (const id of ["a1", "a2", "a3"]) {
      const [first] = (await takeNow(queue)).filter(({ lane }) => lane === "a");
      same([first?.id, first?.attempt], [id, 1]);
      await queue.settle([first?.receipt ?? ""]);
    }
  },

  async "pause: reaches a lane that holds no job yet, and another process"({ open }) {
    const [queue, other] = [await open(), await open()];
    await queue.pause("a");
    await other.push(jobs("a", 1));
    same(await takeNow(other), []);
    await other.resume("a");
    same(ids(await takeNow(queue)), ["a1"]);
  },

  async "pause: what is in flight goes on, and the job behind it waits"({ open }) {
    const queue = await open();
    await queue.push(jobs("a", 2));
    const { receipt } = await takeOne(queue);
    await queue.pause("a");
    same(await queue.extend([receipt], { leaseMs: 100 }), ["done"]);
    same(await queue.settle([receipt]), ["done"]);
    same(await takeNow(queue), []);
    await queue.resume("a");
    same(ids(await takeNow(queue)), ["a2"]);
  },

  async "pause: next settles, and leaves the lane"({ open }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 2));
    await takeOne(queue);
    const { receipt } = await claimed(queue, "a", "a1");
    await queue.pause("a");
    same(await queue.next(receipt, { leaseMs: 100 }), { outcome: "done", job: null });
    same(await takeNow(queue), []);
    await queue.resume("a");
    same(ids(await takeNow(queue)), ["a2"]);
  },

  async "pause: outlives a retry, a lease that ends and a repair, which count as ever"({
    open,
    clock,
  }) {
    const queue = await open();
    await queue.push([...jobs("a", 1), ...jobs("b", 1)]);
    const [first] = await takeNow(queue);
    await queue.pause("a");
    await queue.pause("b");
    await queue.retry([first?.receipt ?? ""], { delayMs: 10, reason: "busy" });
    clock.now += 1_000;
    same(await takeNow(queue), []);
    await queue.repair();
    same(await takeNow(queue), []);
    await queue.resume("a");
    await queue.resume("b");
    const attempts = (await takeNow(queue)).map(({ id, attempt }) => `${id} ${attempt}`);
    same(attempts.toSorted(), ["a1 2", "b1 1"]);
  },

  async "pause: does not end a delay"({ open, clock }) {
    const queue = await open();
    await queue.push([{ ...job("a", "1"), delayMs: 50 }]);
    await queue.pause("a");
    clock.now += 10;
    same(await takeNow(queue), []);
    await queue.resume("a");
    same(await takeNow(queue), []);
    clock.now += 40;
    same(ids(await takeNow(queue)), ["1"]);
  },

  async "pause: holds no place of the in-flight limit"({ open }) {
    const queue = await open({ maxInFlight: 1 });
    await queue.push([job("a", "1"), job("b", "2")]);
    await queue.pause("a");
    same(ids(await takeNow(queue, 1)), ["2"]);
  },

  async "pause: the paused lanes are named and counted"({ open }) {
    const queue = await open();
    for (const lane of ["b", "a", "a b"]) await queue.pause(lane);
    same(await queue.pausedLanes(), ["a", "a b", "b"]);
    same((await queue.stats()).paused, 3);
    await queue.resume("a");
    same(await queue.pausedLanes(), ["a b", "b"]);
    await rejectsWith("invalid_argument", queue.pause(""));
  },

  async "pause list: nothing is handed out until it is resumed, and paused lanes stay so"({
    open,
    clock,
  }) {
    const [queue, other] = [await open(), await open()];
    await queue.push([job("a", "a1"), job("b", "b1")]);
    await queue.pause("b");
    same([await queue.pauseList(), await queue.pauseList()], [true, false]);
    same(await takeNow(other), []);
    await other.push([job("c", "c1")]);
    same(await takeNow(queue), []);
    const { depth, paused, isPaused } = await other.stats();
    same([depth, paused, isPaused], [3, 1, true]);
    same(await other.pausedLanes(), ["b"]);
    clock.now += 1_000_000_000;
    same([await other.resumeList(), await other.resumeList()], [true, false]);
    same((await queue.stats()).isPaused, false);
    same(ids(await takeNow(queue)), ["a1", "c1"]);
  },

  async "pause list: what is in flight goes on, ended leases wait, and next leaves the lane"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    await queue.push([...jobs("a", 2), ...jobs("b", 1)]);
    same(ids(await takeNow(queue)), ["a1", "b1"]);
    const { receipt } = await claimed(queue, "a", "a1");
    await queue.pauseList();
    same(await queue.extend([receipt], { leaseMs: 100 }), ["done"]);
    same(await queue.next(receipt, { leaseMs: 100 }), { outcome: "done", job: null });
    clock.now += 1_000_000;
    same(await takeNow(queue), []);
    await queue.repair();
    same(await takeNow(queue), []);
    await queue.resumeList();
    same(ids(await takeNow(queue)).toSorted(), ["a2", "b1"]);
  },

  async "resume list: wakes a take that waits"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 1));
    await queue.pauseList();
    const taken = queue.take(long);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await queue.resumeList();
    same(ids(await taken), ["a1"]);
  },

  async "resume: wakes a take that waits"({ open }) {
    const queue = await open({ realTime: true });
    await queue.push(jobs("a", 1));
    await queue.pause("a");
    const taken = queue.take(long);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await queue.resume("a");
    same(ids(await taken), ["a1"]);
  },
};

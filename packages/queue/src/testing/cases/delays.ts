import {
  type Cases,
  claimed,
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

const long = { max: 10, leaseMs: 600_000, waitMs: 600_000 };
const delayed = (lane: string, id: string, delayMs: number) => ({ ...job(lane, id), delayMs });

export const delayCases: Cases = {
  async "delay: a job is handed out when its time has come, and not a moment earlier"({
    open,
    clock,
  }) {
    const queue = await open();
    await queue.push([delayed("a", "1", 50), job("b", "2"), delayed("c", "3", 0)]);
    same(ids(await takeNow(queue)).toSorted(), ["2", "3"]);
    clock.now += 49;
    same(await takeNow(queue, 10, 1_000), []);
    clock.now += 1;
    const [first] = await takeNow(queue);
    same([first?.id, first?.attempt, first?.pushedAtMs], ["1", 1, clock.now - 50]);
  },

  async "delay: keeps the job's place, so later jobs of its lane wait behind it"({ open, clock }) {
    const queue = await open();
    await queue.push([job("a", "1"), delayed("a", "2", 50), job("a", "3")]);
    await queue.settle([(await takeOne(queue)).receipt]);
    same(await takeNow(queue), []);
    same(await counts(queue), { depth: 2, inFlight: 0, waiting: 1, ready: 0, deadLetters: 0 });
    clock.now += 50;
    for (const id of ["2", "3"]) {
      const { id: taken, receipt } = await takeOne(queue);
      same(taken, id);
      await queue.settle([receipt]);
    }
  },

  async "delay: counts from the push, also where the job came to the head later"({ open, clock }) {
    const queue = await open();
    await queue.push([job("a", "1"), delayed("a", "2", 50)]);
    const { receipt } = await takeOne(queue, 600_000);
    clock.now += 60;
    await queue.settle([receipt]);
    same(ids(await takeNow(queue)), ["2"]);
  },

  async "delay: a take that meets waiting lanes first finds the jobs behind them"({ open }) {
    const queue = await open();
    await queue.push(
      ["a", "b", "c"].flatMap((lane) => [job(lane, `${lane}1`), delayed(lane, `${lane}2`, 50)]),
    );
    await queue.push([job("d", "d1")]);
    await queue.settle(receipts(await takeNow(queue, 3)));
    same(ids(await takeNow(queue, 1)), ["d1"]);
  },

  async "delay: next settles, and leaves the lane to its time"({ open, clock }) {
    const queue = await open({ handOff: true });
    await queue.push([job("a", "1"), delayed("a", "2", 50)]);
    await takeOne(queue);
    const { receipt } = await claimed(queue, "a", "1");
    same(await queue.next(receipt, { leaseMs: 100 }), { outcome: "done", job: null });
    same(await queue.claim("a", "2", { leaseMs: 100 }), null);
    clock.now += 50;
    same(ids(await takeNow(queue)), ["2"]);
    same((await claimed(queue, "a", "2")).attempt, 1);
  },

  async "delay: a deferral and a lease that ends count as ever, and a cancelled job lets the next one go"({
    open,
    clock,
  }) {
    const queue = await open();
    await queue.push([delayed("a", "1", 50), delayed("b", "2", 500), job("b", "3")]);
    clock.now += 50;
    await queue.retry(receipts(await takeNow(queue)), { delayMs: 10, reason: "busy" });
    clock.now += 10;
    same((await takeOne(queue)).attempt, 2);
    same(await queue.cancel("b", "2"), "done");
    same(ids(await takeNow(queue)), ["3"]);
  },

  async "delay: is shown, is no age, and ends with a replay"({ open, clock }) {
    const queue = await open();
    const pushedAtMs = clock.now;
    await queue.push([delayed("a", "1", 50)]);
    clock.now += 20;
    const body = JSON.stringify(job("a", "1").body);
    const notBeforeMs = pushedAtMs + 50;
    same(await queue.peek("a", { limit: 1 }), [
      { id: "1", lane: "a", body, pushedAtMs, notBeforeMs },
    ]);
    same((await queue.stats()).oldestMs, 0);
    clock.now += 40;
    same((await queue.stats()).oldestMs, 10);
    await queue.bury(receipts(await takeNow(queue)), { reason: "no" });
    await queue.replay([1]);
    same(ids(await takeNow(queue)), ["1"]);
  },

  async "delay: aliases of a delayed job are remembered"({ open }) {
    const queue = await open();
    await queue.push([{ ...delayed("a", "1", 50), aliases: ["x", "y"] }]);
    same(await queue.push([job("b", "x"), job("b", "50"), job("b", "y")]), ["x", "y"]);
  },

  async "delay: a take waits for its end, one that began before the push too"({ open }) {
    const queue = await open({ realTime: true });
    const taken = queue.take(long);
    await queue.push([delayed("a", "1", 40)]);
    same(ids(await taken), ["1"]);
  },

  async "delay: one that makes no sense is refused, and nothing is written"({ open }) {
    const queue = await open();
    for (const delayMs of [-1, 0.5, Number.NaN, Infinity])
      await rejectsWith(
        "invalid_argument",
        queue.push([...jobs("a", 1), delayed("b", "1", delayMs)]),
      );
    same((await queue.stats()).depth, 0);
  },
};

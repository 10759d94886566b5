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

export const laneCases: Cases = {
  async "peek: shows what stands in a lane, in order, and changes nothing"({ open, clock }) {
    const queue = await open();
    const pushedAtMs = clock.now;
    await queue.push([job("a lane", "1"), job("a lane", "2"), job("b", "3")]);
    await takeOne(queue);
    const before = await counts(queue);
    same(await queue.peek("a lane", { limit: 9 }), [
      { id: "1", lane: "a lane", body: '{"text":"text of 1"}', pushedAtMs },
      { id: "2", lane: "a lane", body: '{"text":"text of 2"}', pushedAtMs },
    ]);
    same(ids(await queue.peek("a lane", { limit: 1 })), ["1"]);
    same(await queue.peek("nobody", { limit: 1 }), []);
    same(await counts(queue), before);
    await rejectsWith("invalid_argument", queue.peek("a", { limit: 0 }));
  },

  async "cancel: takes a waiting job out of its lane, and the others keep their order"({ open }) {
    const queue = await open();
    await queue.push(jobs("a", 3));
    same(await queue.cancel("a", "a2"), "done");
    same(await queue.cancel("a", "a2"), "gone");
    same(await counts(queue), { depth: 2, inFlight: 0, waiting: 0, ready: 1, deadLetters: 0 });
    const first = await takeOne(queue);
    same(await queue.cancel("a", "a3"), "done");
    same(await queue.settle([first.receipt]), ["done"]);
    same(await takeNow(queue), []);
    same((await queue.stats()).depth, 0);
  },

  async "cancel: leaves a job that somebody holds"({ open }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 1));
    await takeOne(queue);
    same(await queue.cancel("a", "a1"), "stale");
    const { receipt } = await claimed(queue, "a", "a1");
    same(await queue.cancel("a", "a1"), "stale");
    same(await queue.settle([receipt]), ["done"]);
    same(await queue.cancel("a", "a1"), "gone");
  },

  async "cancel: of a lane's only job leaves no trace of the lane"({ open }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    same(await queue.cancel("a", "a1"), "done");
    same(await counts(queue), { depth: 0, inFlight: 0, waiting: 0, ready: 0, deadLetters: 0 });
    await queue.push([job("a", "2")]);
    same(ids(await takeNow(queue)), ["2"]);
    same(await takeNow(queue), [], "the lane stands in one place");
  },

  async "cancel: of a job that waits for its retry lets the next one go at once, with attempts of its own"({
    open,
  }) {
    const queue = await open();
    await queue.push(jobs("a", 2));
    await queue.retry(receipts(await takeNow(queue)), { delayMs: 50_000, reason: "busy" });
    same(await queue.cancel("a", "a1"), "done");
    const second = await takeOne(queue);
    same([second.id, second.attempt], ["a2", 1]);
    await queue.retry([second.receipt], { delayMs: 50_000, reason: "busy" });
    same(await queue.cancel("a", "a2"), "done");
    same(await counts(queue), { depth: 0, inFlight: 0, waiting: 0, ready: 0, deadLetters: 0 });
  },

  async "cancel: the id stays known, so that a late repeat of the push brings nothing back"({
    open,
  }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    await queue.cancel("a", "a1");
    same(await queue.push(jobs("a", 1)), ["a1"]);
  },

  async "cancel: finds a job far behind in a long lane"({ open }) {
    const queue = await open();
    await queue.push(jobs("a", 250));
    same(await queue.cancel("a", "a249"), "done");
    same(ids(await queue.peek("a", { limit: 300 })).slice(-2), ["a248", "a250"]);
  },
};

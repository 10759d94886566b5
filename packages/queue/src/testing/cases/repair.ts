import { type Cases, ids, jobs, receipts, same, takeNow, takeOne } from "../kit.ts";

const nothing = {
  mended: false,
  lanesFound: 0,
  doublesDropped: 0,
  placesDropped: 0,
  headsDropped: 0,
  depthCorrectedBy: 0,
};

export const repairCases: Cases = {
  async "repair: of a queue whose store kept everything mends nothing, and hands out nothing"({
    open,
  }) {
    const queue = await open();
    same(await queue.repair(), nothing);
    await queue.push([...jobs("a", 2), ...jobs("b", 2), ...jobs("c", 1)]);
    const first = await takeOne(queue);
    const second = await takeOne(queue);
    await queue.retry([second.receipt], { delayMs: 50, reason: "busy" });
    same(await queue.repair(), nothing);
    same(await queue.settle([first.receipt]), ["done"]);
    const rest = await takeNow(queue);
    same(ids(rest), ["c1", "a2"]);
    await queue.settle(receipts(rest));
    same(await queue.repair(), nothing);
  },

  async "repair: drops dead letters that are too old, and no others"({ open, clock }) {
    const queue = await open({ deadLetterTtlMs: 1_000 });
    await queue.push([...jobs("a", 1), ...jobs("b", 1)]);
    await queue.bury([(await takeOne(queue)).receipt], { reason: "no" });
    clock.now += 1;
    await queue.bury([(await takeOne(queue)).receipt], { reason: "no" });
    clock.now += 999;
    same(await queue.repair(), nothing);
    same(ids(await queue.deadLetters({ limit: 9 })), ["b1"]);
  },

  async "repair: drops no dead letter that is kept for ever"({ open, clock }) {
    const queue = await open({ deadLetterTtlMs: 0 });
    await queue.push(jobs("a", 1));
    await queue.bury([(await takeOne(queue)).receipt], { reason: "no" });
    clock.now += 1_000_000_000_000;
    await queue.repair();
    same(ids(await queue.deadLetters({ limit: 9 })), ["a1"]);
  },
};

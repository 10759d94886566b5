import {
  badJob,
  type Body,
  type Cases,
  ids,
  job,
  receipts,
  rejectsWith,
  same,
  takeNow,
  takeOne,
} from "../kit.ts";
import type { NewJob } from "../../queue.ts";

const known = (id: string, ...aliases: string[]): NewJob<Body> => ({ ...job("a", id), aliases });
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

export const aliasCases: Cases = {
  async "aliases: a push of one is a duplicate, also after its job was settled"({ open }) {
    const queue = await open();
    same(await queue.push([known("1", "2", "3")]), []);
    same(await queue.push([job("a", "2"), job("b", "4")]), ["2"]);
    await queue.settle(receipts(await takeNow(queue)));
    same(await queue.push([job("b", "3"), known("2", "5")]), ["3", "2"]);
  },

  async "aliases: within one call, only a job after the one that names its id is a duplicate"({
    open,
  }) {
    const queue = await open();
    same(await queue.push([job("b", "3"), known("1", "2", "3"), job("a", "2")]), ["2"]);
    same(ids(await takeNow(queue)), ["3", "1"]);
  },

  async "aliases: a job is dropped by its own id only"({ open }) {
    const queue = await open();
    await queue.push([known("1", "2", "3")]);
    same(await queue.push([known("4", "1", "2", "5")]), []);
    same(await queue.push([known("4", "6")]), ["4"]);
    same((await queue.stats()).depth, 2);
  },

  async "aliases: those of a dropped job are not remembered"({ open }) {
    const queue = await open();
    await queue.push([job("a", "1")]);
    same(await queue.push([known("1", "2")]), ["1"]);
    same(await queue.push([job("a", "2")]), []);
  },

  async "aliases: those of a refused push are not remembered"({ open }) {
    const queue = await open({ maxDepth: 1 });
    await rejectsWith("queue_full", queue.push([known("1", "3"), job("a", "2")]));
    same(await queue.push([job("a", "3")]), []);
  },

  async "aliases: near the depth limit what they make a duplicate takes no room"({ open }) {
    const queue = await open({ maxDepth: 3 });
    same(await queue.push([known("1", "2")]), []);
    const filling = [job("a", "2"), known("3", "4", "5"), job("a", "5"), job("b", "6")];
    same(await queue.push(filling), ["2", "5"]);
    same(await queue.push(filling), ids(filling), "its repeat hears duplicate, not full");
    same((await queue.stats()).depth, 3);
  },

  async "aliases: near the depth limit those of a dropped job make no room"({ open }) {
    const queue = await open({ maxDepth: 2 });
    await queue.push([job("a", "1")]);
    await rejectsWith("queue_full", queue.push([known("1", "2"), job("a", "2"), job("a", "3")]));
    same((await queue.stats()).depth, 1);
  },

  async "aliases: one may be pushed when its window is over"({ open }) {
    const queue = await open({ dedupeMs: 20, realTime: true });
    await queue.push([known("1", "2")]);
    while ((await queue.push([job("a", "2")])).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    same((await queue.stats()).depth, 2);
  },

  async "aliases: are not remembered with a window of 0"({ open }) {
    const queue = await open({ dedupeMs: 0, maxDepth: 3 });
    same(await queue.push([known("1", "2"), job("a", "2"), job("a", "1")]), []);
  },

  async "aliases: are not part of the job when it is taken, buried and replayed"({ open }) {
    const queue = await open();
    const { body, lane, id } = job("a", "1");
    await queue.push([known(id, "2")]);
    const taken = await takeOne(queue);
    same(Object.keys(taken).toSorted(), ["attempt", "body", "id", "lane", "pushedAtMs", "receipt"]);
    same({ id: taken.id, lane: taken.lane, body: taken.body }, { id, lane, body });
    await queue.bury([taken.receipt], { reason: "no" });
    const [letter] = await queue.deadLetters({ limit: 1 });
    same(Object.keys(letter ?? {}).toSorted(), [
      "attempts",
      "body",
      "buriedAtMs",
      "id",
      "lane",
      "number",
      "pushedAtMs",
      "reason",
    ]);
  },

  async "aliases: a replay goes past the dedupe check, and the aliases stay known"({ open }) {
    const queue = await open();
    await queue.push([known("1", "2")]);
    await queue.bury([(await takeOne(queue)).receipt], { reason: "no" });
    same(await queue.push([known("3", "1")]), []);
    same(await queue.replay([1]), 1);
    same(await queue.push([job("a", "1"), job("a", "2")]), ["1", "2"]);
    await queue.settle([(await takeOne(queue)).receipt]);
    same((await takeOne(queue)).id, "1");
  },

  async "aliases: up to 100 a job, each without spaces and not empty"({ open }) {
    const queue = await open();
    for (const aliases of [[""], ["2 3"], ["2", "3\n"], numbered(101)])
      await rejectsWith("invalid_argument", queue.push([job("ok", "ok"), known("1", ...aliases)]));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a producer without types
    const text = { ...badJob("a", "1"), aliases: "23" } as unknown as NewJob<Body>;
    await rejectsWith("invalid_argument", queue.push([text]));
    same((await queue.stats()).depth, 0);
    same(await queue.push([known("1", ...numbered(100))]), []);
    same(await queue.push([job("a", "n0"), job("a", "n99")]), ["n0", "n99"]);
  },
};

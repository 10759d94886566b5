import type { Queue } from "../../queue.ts";
import { type Body, type Cases, ids, job, receipts, same, takeNow } from "../kit.ts";

/** Buries a job of each lane; the ids are those of the lanes, without spaces. */
async function buried(queue: Queue<Body>, ...lanes: string[]): Promise<void> {
  await queue.push(lanes.map((lane) => job(lane, lane.replaceAll(/\s/g, "_"))));
  await queue.bury(receipts(await takeNow(queue, lanes.length)), { reason: "no" });
}
const kept = async (queue: Queue<Body>): Promise<string[]> =>
  ids(await queue.deadLetters({ limit: 100 }));

export const droppedLetterCases: Cases = {
  async "dead letters: are listed page by page, and shown one by one"({ open }) {
    const queue = await open();
    await buried(queue, "a", "b", "c", "d", "e");
    await queue.discard([2]);
    const page = await queue.deadLetters({ limit: 2 });
    same(ids(page), ["a", "c"]);
    same(ids(await queue.deadLetters({ limit: 2, after: page.at(-1)?.number ?? 0 })), ["d", "e"]);
    same(await queue.deadLetters({ limit: 2, after: 5 }), []);
    same(await queue.deadLetter(3), page[1]);
    same([await queue.deadLetter(2), await queue.deadLetter(6)], [null, null]);
  },

  async "discard: drops the letters of these numbers for good, and says how many there were"({
    open,
  }) {
    const queue = await open();
    await buried(queue, "a", "b", "c");
    same(await queue.discard([3, 1, 1, 99]), 2);
    same(await kept(queue), ["b"]);
    same([await queue.discard([1]), await queue.discard([])], [0, 0]);
    same(await queue.replay([1]), 0);
    same((await queue.stats()).deadLetters, 1);
  },

  async "discard: leaves a hole in the numbers, and the watermark where it is"({ open }) {
    const queue = await open();
    await buried(queue, "a", "b", "c");
    await queue.acknowledge(1);
    await queue.discard([1, 2]);
    await buried(queue, "d");
    const told = await queue.unacknowledged({ limit: 10 });
    same(
      told.map(({ number, id }) => [number, id]),
      [
        [3, "c"],
        [4, "d"],
      ],
    );
  },

  async "discard lane: drops the letters of one lane for good, whatever its name"({ open }) {
    const queue = await open();
    const strange = 'a "b" \\ / é😀\n';
    await buried(queue, strange, "a", "b");
    await queue.push([{ id: "quotes", lane: "c", body: { text: `"lane":"a"` } }]);
    await queue.bury(receipts(await takeNow(queue)), { reason: '"lane":"a"' });
    await buried(queue, "a2");
    same(await queue.discardLane(strange), 1);
    same(await queue.discardLane("a"), 1);
    same(await queue.discardLane("nobody"), 0);
    same(await kept(queue), ["b", "quotes", "a2"]);
  },

  async "discard lane: leaves what waits in the lane"({ open }) {
    const queue = await open();
    await queue.push([job("a", "1"), job("a", "2")]);
    await queue.bury(receipts(await takeNow(queue)), { reason: "no" });
    same(await queue.discardLane("a"), 1);
    same(ids(await takeNow(queue)), ["2"]);
  },

  async "purge: drops what was buried that long ago, and keeps what is younger"({ open, clock }) {
    const queue = await open();
    await buried(queue, "a", "b");
    clock.now += 1_000;
    await buried(queue, "c");
    clock.now += 1_000;
    same(await queue.purge({ olderThanMs: 2_001 }), 0);
    same(await queue.purge({ olderThanMs: 2_000 }), 2);
    same(await kept(queue), ["c"]);
    same(await queue.purge({ olderThanMs: 0 }), 1);
  },

  async "dead letters: an old one goes when the next one comes"({ open, clock }) {
    const queue = await open({ deadLetterTtlMs: 1_000 });
    await buried(queue, "a");
    clock.now += 1;
    await buried(queue, "b");
    clock.now += 999;
    await buried(queue, "c");
    same(await kept(queue), ["b", "c"]);
  },

  async "dead letters: are kept for ever with a time of 0"({ open, clock }) {
    const queue = await open({ deadLetterTtlMs: 0 });
    await buried(queue, "a");
    clock.now += 1_000_000_000_000;
    await buried(queue, "b");
    same(await kept(queue), ["a", "b"]);
  },
};

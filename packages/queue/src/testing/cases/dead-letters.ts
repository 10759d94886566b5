import type { Queue } from "../../queue.ts";
import {
  type Body,
  type Cases,
  claimed,
  counts,
  ids,
  job,
  jobs,
  receipts,
  same,
  takeNow,
  takeOne,
} from "../kit.ts";

const numbers = (letters: readonly { readonly number: number }[]): number[] =>
  letters.map(({ number }) => number);

async function buryAll(queue: Queue<Body>, count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    await queue.bury([(await takeOne(queue)).receipt], { reason: `no ${i + 1}` });
}

export const deadLetterCases: Cases = {
  async "dead letters: are kept with lane, body, attempts, reason and time"({ open, clock }) {
    const queue = await open();
    await queue.push([job("a lane", "1")]);
    clock.now += 5;
    same(await queue.bury([(await takeOne(queue)).receipt], { reason: "no way" }), ["done"]);
    same(await queue.deadLetters({ limit: 10 }), [
      {
        number: 1,
        id: "1",
        lane: "a lane",
        body: '{"text":"text of 1"}',
        attempts: 1,
        reason: "no way",
        pushedAtMs: clock.now - 5,
        buriedAtMs: clock.now,
      },
    ]);
  },

  async "dead letters: count up from 1 without gaps, whoever buries them, and come oldest first"({
    open,
    clock,
  }) {
    const queue = await open({ maxAttempts: 1, maxEndedLeases: 1 });
    await queue.push(["1", "2", "3", "4", "5"].map((id) => job(id, id)));
    await queue.bury(receipts(await takeNow(queue, 2)), { reason: "no" });
    await queue.retry(receipts(await takeNow(queue, 1)), { delayMs: 0, reason: "busy" });
    await takeNow(queue, 2, 10);
    clock.now += 10;
    same(await takeNow(queue), []);
    same(numbers(await queue.deadLetters({ limit: 10 })), [1, 2, 3, 4, 5]);
    same(numbers(await queue.deadLetters({ limit: 2 })), [1, 2]);
    same(
      (await queue.deadLetters({ limit: 10 })).map(({ reason }) => reason),
      ["no", "no", "busy", "lease ended", "lease ended"],
    );
  },

  async "dead letters: the newest are kept, and numbers go on"({ open }) {
    const queue = await open({ maxDeadLetters: 2 });
    await queue.push(jobs("a", 4));
    await buryAll(queue, 3);
    same(numbers(await queue.deadLetters({ limit: 10 })), [2, 3]);
    same((await queue.stats()).deadLetters, 2);
    same(numbers(await queue.unacknowledged({ limit: 10 })), [2, 3]);
    await buryAll(queue, 1);
    same(numbers(await queue.deadLetters({ limit: 10 })), [3, 4]);
  },

  async "dead letters: the newest are kept when takes bury them"({ open, clock }) {
    const queue = await open({ maxDeadLetters: 2, maxEndedLeases: 1 });
    await queue.push(["1", "2", "3"].map((id) => job(id, id)));
    await takeNow(queue, 3, 10);
    clock.now += 10;
    same(await takeNow(queue), []);
    same(numbers(await queue.deadLetters({ limit: 10 })), [2, 3]);
  },

  async "dead letters: the newest are kept when claims bury them"({ open }) {
    const queue = await open({ maxDeadLetters: 2, maxEndedLeases: 1, handOff: true });
    await queue.push(["1", "2", "3"].map((id) => job(id, id)));
    await takeNow(queue);
    for (const id of ["1", "2", "3"]) {
      await claimed(queue, id, id);
      same(await queue.claim(id, id, { leaseMs: 10 }), null);
    }
    same(ids(await queue.deadLetters({ limit: 10 })), ["2", "3"]);
  },

  async "acknowledge: hides what is at or below the watermark, and never lowers it"({ open }) {
    const queue = await open();
    await queue.push(jobs("a", 5));
    await buryAll(queue, 4);
    same(numbers(await queue.unacknowledged({ limit: 2 })), [1, 2]);
    await queue.acknowledge(2);
    same(numbers(await queue.unacknowledged({ limit: 10 })), [3, 4]);
    await queue.acknowledge(1);
    same(numbers(await queue.unacknowledged({ limit: 10 })), [3, 4]);
    same(
      numbers(await queue.deadLetters({ limit: 10 })),
      [1, 2, 3, 4],
      "acknowledged ones are still there",
    );
    await queue.acknowledge(4);
    same(await queue.unacknowledged({ limit: 10 }), []);
    await buryAll(queue, 1);
    same(numbers(await queue.unacknowledged({ limit: 10 })), [5]);
  },

  async "acknowledge: a watermark above the last number hides no later dead letter"({ open }) {
    const queue = await open();
    await queue.push(jobs("a", 2));
    await buryAll(queue, 1);
    await queue.acknowledge(99);
    same(await queue.unacknowledged({ limit: 10 }), []);
    await buryAll(queue, 1);
    same(numbers(await queue.unacknowledged({ limit: 10 })), [2]);
  },

  async "replay: pushes past the dedupe check, with fresh attempts, behind what waits in the lane"({
    open,
  }) {
    const queue = await open({ maxAttempts: 2 });
    await queue.push(jobs("a", 2));
    await queue.retry([(await takeOne(queue)).receipt], { delayMs: 0, reason: "busy" });
    await queue.retry([(await takeOne(queue)).receipt], { delayMs: 0, reason: "busy" });
    same(await queue.replay([1]), 1);
    const second = await takeOne(queue);
    same(second.id, "a2");
    await queue.settle([second.receipt]);
    const again = await takeOne(queue);
    same([again.id, again.lane, again.attempt, again.body], ["a1", "a", 1, { text: "text of a1" }]);
    same(await counts(queue), { depth: 1, inFlight: 1, waiting: 0, ready: 0, deadLetters: 0 });
  },

  async "replay: makes an empty lane ready, leaves out what is not there, and may be repeated"({
    open,
  }) {
    const queue = await open();
    await queue.push([job("a", "1"), job("b", "2"), job("c", "3")]);
    await queue.bury(receipts(await takeNow(queue)), { reason: "no" });
    same(await queue.replay([3, 1, 1, 99]), 2);
    same(await counts(queue), { depth: 2, inFlight: 0, waiting: 0, ready: 2, deadLetters: 1 });
    same(await queue.replay([3, 1, 99]), 0);
    same(await queue.replay([]), 0);
    same(ids(await takeNow(queue)), ["1", "3"], "in the order of the burials");
    same(numbers(await queue.deadLetters({ limit: 10 })), [2]);
    same(numbers(await queue.unacknowledged({ limit: 10 })), [2]);
  },

  async "replay: the producer's own repeat is still a duplicate"({ open }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    await buryAll(queue, 1);
    await queue.replay([1]);
    same(await queue.push(jobs("a", 1)), ["a1"]);
  },

  async "replay: works with a window of 0"({ open }) {
    const queue = await open({ dedupeMs: 0 });
    await queue.push(jobs("a", 1));
    await buryAll(queue, 1);
    same(await queue.replay([1]), 1);
    same(ids(await takeNow(queue)), ["a1"]);
  },

  async "replay: a job that fails again is a new dead letter, and has to be acknowledged again"({
    open,
  }) {
    const queue = await open();
    await queue.push(jobs("a", 1));
    await buryAll(queue, 1);
    await queue.acknowledge(1);
    await queue.replay([1]);
    await buryAll(queue, 1);
    same(numbers(await queue.unacknowledged({ limit: 10 })), [2]);
  },

  async "replay: in hand-off mode a replayed job is taken and claimed as a new one"({ open }) {
    const queue = await open({ handOff: true, maxEndedLeases: 1 });
    await queue.push(jobs("a", 1));
    await takeOne(queue);
    await claimed(queue, "a", "a1");
    same(await queue.claim("a", "a1", { leaseMs: 10 }), null);
    same(await queue.replay([1]), 1);
    same((await takeOne(queue)).attempt, 0);
    same((await claimed(queue, "a", "a1")).attempt, 1);
  },
};

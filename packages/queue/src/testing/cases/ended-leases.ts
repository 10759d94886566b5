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

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index + 10}`);

/** Lets the leases of all jobs end, as a process does that dies, and finds what is handed out after. */
async function die(queue: Queue<Body>, clock: { now: number }, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await takeNow(queue, 100, 10);
    clock.now += 10;
  }
}

/** What a job that kills its holders costs, and what its neighbours must not pay. */
export const endedLeaseCases: Cases = {
  async "poison: a job whose holders all die becomes a dead letter after its last ended lease, and the lane goes on"({
    open,
    clock,
  }) {
    const queue = await open({ maxEndedLeases: 3 });
    await queue.push(jobs("a", 2));
    for (let i = 0; i < 3; i++) {
      same((await takeOne(queue, 10)).attempt, 1);
      clock.now += 10;
    }
    const next = await takeOne(queue);
    same([next.id, next.attempt], ["a2", 1]);
    const [letter] = await queue.deadLetters({ limit: 10 });
    same([letter?.id, letter?.attempts, letter?.reason], ["a1", 1, "lease ended"]);
  },

  async "poison: ended leases and failures are counted apart, and neither hides the other"({
    open,
    clock,
  }) {
    const queue = await open({ maxAttempts: 3, maxEndedLeases: 3 });
    await queue.push(jobs("a", 1));
    const end = async (attempt: number) => {
      same((await takeOne(queue, 10)).attempt, attempt);
      clock.now += 10;
    };
    const fail = async (attempt: number) => {
      const taken = await takeOne(queue, 10);
      same(taken.attempt, attempt);
      return queue.retry([taken.receipt], { delayMs: 0, reason: "busy" });
    };
    await end(1);
    same(await fail(1), ["done"]);
    await end(2);
    same(await fail(2), ["done"]);
    const deferred = await takeOne(queue);
    same(deferred.attempt, 3);
    same(await queue.defer([deferred.receipt], { delayMs: 0 }), ["done"]);
    await end(3);
    same(ids(await takeNow(queue)), [], "the third ended lease buries, though an attempt was left");
    same((await queue.deadLetters({ limit: 9 }))[0]?.reason, "lease ended");
  },

  async "poison: each job of a lane counts its own ended leases"({ open, clock }) {
    const queue = await open({ maxEndedLeases: 2 });
    await queue.push(jobs("a", 3));
    const diesOnce = async () => {
      const first = await takeOne(queue, 10);
      clock.now += 10;
      const again = await takeOne(queue, 10);
      same(again.id, first.id);
      return again.receipt;
    };
    same(await queue.settle([await diesOnce()]), ["done"]);
    same((await queue.next(await diesOnce(), { leaseMs: 10 })).job?.id, "a3");
    clock.now += 10;
    same(ids(await takeNow(queue)), ["a3"]);
  },

  async "poison: of the jobs whose leases ended twice ten are out at once, and whoever never failed does not wait for them"({
    open,
    clock,
  }) {
    const queue = await open();
    const lanes = names(12);
    await queue.push(lanes.map((name) => job(name, name)));
    await die(queue, clock, 2);
    await queue.push([job("fresh", "fresh")]);
    const out = await takeNow(queue, 100, 1_000);
    same(ids(out), [...lanes.slice(0, 10), "fresh"]);
    clock.now += 200;
    same(ids(await takeNow(queue)), []);
    await queue.settle(receipts(out.slice(0, 1)));
    clock.now += 200;
    same(ids(await takeNow(queue)), lanes.slice(10, 11));
    same((await queue.stats()).deadLetters, 0);
  },

  async "poison: a job whose leases ended three times is out alone"({ open, clock }) {
    const queue = await open();
    const lanes = names(3);
    await queue.push(lanes.map((name) => job(name, name)));
    await die(queue, clock, 3);
    for (const lane of lanes) {
      const out = await takeNow(queue, 100, 1_000);
      same(ids(out), [lane]);
      clock.now += 300;
      same(ids(await takeNow(queue)), []);
      same(await queue.settle(receipts(out)), ["done"]);
      clock.now += 300;
    }
  },

  async "poison: beside a job that is out alone none goes whose leases ended twice"({
    open,
    clock,
  }) {
    const queue = await open();
    await queue.push([job("a", "a")]);
    await die(queue, clock, 1);
    await queue.push([job("b", "b")]);
    await die(queue, clock, 2);
    const out = await takeNow(queue, 100, 1_000);
    same(ids(out), ["a"]);
    clock.now += 100;
    same(ids(await takeNow(queue)), []);
    await queue.settle(receipts(out));
    clock.now += 100;
    same(ids(await takeNow(queue)), ["b"]);
  },

  async "poison: a suspect that does not end holds others up for four of its leases, and keeps its job"({
    open,
    clock,
  }) {
    const queue = await open();
    await queue.push(names(2).map((name) => job(name, name)));
    await die(queue, clock, 3);
    const slow = await takeNow(queue, 100, 1_000);
    for (let lease = 0; lease < 4; lease++) {
      same(ids(await takeNow(queue)), []);
      clock.now += 999;
      same(await queue.extend(receipts(slow), { leaseMs: 1_000 }), ["done"]);
    }
    clock.now += 200;
    same(ids(await takeNow(queue)), ["11"]);
    same(await queue.settle(receipts(slow)), ["done"]);
  },

  async "poison: a suspect that kills its holder lets the next one out when its lease ends"({
    open,
    clock,
  }) {
    const queue = await open({ maxEndedLeases: 4 });
    await queue.push(names(2).map((name) => job(name, name)));
    await die(queue, clock, 3);
    same(ids(await takeNow(queue, 100, 1_000)), ["10"]);
    clock.now += 1_000;
    same(ids(await takeNow(queue, 100, 1_000)), ["11"]);
    same(ids(await queue.deadLetters({ limit: 9 })), ["10"]);
  },

  async "poison: a lane that waits for its turn holds no place in flight, and its old receipt is stale"({
    open,
    clock,
  }) {
    const queue = await open({ maxInFlight: 2 });
    await queue.push(names(2).map((name) => job(name, name)));
    await die(queue, clock, 2);
    const old = await takeNow(queue, 100, 10);
    clock.now += 10;
    same(ids(await takeNow(queue, 100, 1_000)), ["10"]);
    same(await counts(queue), { depth: 2, inFlight: 1, waiting: 1, ready: 0, deadLetters: 0 });
    same(await queue.settle(receipts(old)), ["stale", "stale"]);
    await queue.push([job("fresh", "fresh")]);
    same(ids(await takeNow(queue)), ["fresh"]);
  },

  async "hand-off: claims that say nothing are counted, takes that nobody claims are not"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true, maxEndedLeases: 3 });
    await queue.push(jobs("a", 1));
    for (let claim = 0; claim < 3; claim++) {
      await die(queue, clock, 5);
      await takeOne(queue, 1_000);
      same((await claimed(queue, "a", "a1", 10)).attempt, 1);
      clock.now += 10;
    }
    same(ids(await takeNow(queue)), []);
    same(ids(await queue.deadLetters({ limit: 9 })), ["a1"]);
  },

  async "hand-off: a suspect is handed out alone, and a run that comes by itself waits for its turn"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(names(2).map((name) => job(name, name)));
    for (let i = 0; i < 3; i++) {
      for (const { lane, id } of await takeNow(queue, 100, 1_000))
        await claimed(queue, lane, id, 10);
      clock.now += 10;
    }
    same(ids(await takeNow(queue, 1, 1_000)), ["10"]);
    same(await queue.claim("11", "11", { leaseMs: 1_000 }), null);
    same(await counts(queue), { depth: 2, inFlight: 1, waiting: 1, ready: 0, deadLetters: 0 });
    const claim = await claimed(queue, "10", "10", 1_000);
    clock.now += 300;
    same(ids(await takeNow(queue)), []);
    same(await queue.settle([claim.receipt]), ["done"]);
    clock.now += 100;
    same(ids(await takeNow(queue)), ["11"]);
    same((await claimed(queue, "11", "11")).attempt, 1);
  },

  async "hand-off: a suspect whose runs came by themselves holds others up as one that was handed out"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(names(2).map((name) => job(name, name)));
    await takeNow(queue, 100, 1_000);
    for (let run = 0; run < 2; run++) await claimed(queue, "10", "10", 10);
    for (let run = 0; run < 4; run++) await claimed(queue, "11", "11", 1_000);
    clock.now += 10;
    same(ids(await takeNow(queue)), []);
  },
};

import { badJob, type Cases, claimed, ids, jobs, same, takeNow, takeOne } from "../kit.ts";

export const handOffCases: Cases = {
  async "hand-off: a take counts no attempt, a claim counts one and fences the take"({ open }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 2));
    const taken = await takeOne(queue);
    same(taken.attempt, 0);
    const claim = await claimed(queue, "a", "a1");
    same([claim.id, claim.attempt, claim.body], ["a1", 1, { text: "text of a1" }]);
    same(await queue.defer([taken.receipt], { delayMs: 0 }), ["stale"]);
    same(await queue.settle([taken.receipt]), ["stale"]);
    same(await queue.settle([claim.receipt]), ["done"]);
  },

  async "hand-off: a claim of a ready, unknown, waiting or settled job is null and changes nothing"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 2));
    async function isNull(lane: string, id: string): Promise<void> {
      const before = await queue.stats();
      same(await queue.claim(lane, id, { leaseMs: 50 }), null);
      same(await queue.stats(), before);
    }
    await isNull("a", "a1");
    await takeOne(queue);
    await isNull("a", "a2");
    await isNull("b", "a1");
    const claim = await claimed(queue, "a", "a1");
    same(await queue.retry([claim.receipt], { delayMs: 20, reason: "busy" }), ["done"]);
    await isNull("a", "a1");
    clock.now += 20;
    await takeOne(queue);
    const again = await claimed(queue, "a", "a1");
    same(again.attempt, 2, "a claim that was null counted nothing");
    same(await queue.settle([claim.receipt, again.receipt]), ["stale", "done"]);
    await isNull("a", "a1");
  },

  async "hand-off: a claim after too many that said nothing makes a dead letter and is null, and the lane goes on"({
    open,
  }) {
    const queue = await open({ handOff: true, maxEndedLeases: 2 });
    await queue.push(jobs("a", 2));
    await takeOne(queue);
    same((await claimed(queue, "a", "a1")).attempt, 1);
    same((await claimed(queue, "a", "a1")).attempt, 1);
    same(await queue.claim("a", "a1", { leaseMs: 50 }), null);
    const [letter] = await queue.deadLetters({ limit: 10 });
    same([letter?.id, letter?.attempts, letter?.reason], ["a1", 1, "lease ended"]);
    same(ids(await takeNow(queue)), ["a2"]);
  },

  async "hand-off: next leases the lane's next job as claimed, at its first attempt"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 2));
    await takeOne(queue);
    const first = await claimed(queue, "a", "a1");
    const { outcome, job: second } = await queue.next(first.receipt, { leaseMs: 10 });
    same([outcome, second?.id, second?.attempt], ["done", "a2", 1]);
    same(await takeNow(queue), []);
    clock.now += 10;
    same(
      (await takeOne(queue)).attempt,
      1,
      "its holder died: it is handed out under the old claim",
    );
    same((await claimed(queue, "a", "a2")).attempt, 1);
  },

  async "hand-off: a claimer's defer gives its own attempt back"({ open }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 1));
    await takeOne(queue);
    const claim = await claimed(queue, "a", "a1");
    same(await queue.defer([claim.receipt], { delayMs: 0 }), ["done"]);
    same(await queue.claim("a", "a1", { leaseMs: 50 }), null, "it waits for its time");
    same((await takeOne(queue)).attempt, 0);
  },

  async "hand-off: a claim of a bad body buries it and is null, and the lane goes on"({ open }) {
    const reader = await open({ handOff: true, schema: { parse: () => ({ text: "any" }) } });
    const queue = await open({ handOff: true });
    await queue.push([badJob("a", "a1"), ...jobs("a", 3).slice(1)]);
    if (reader === queue) return; // One handle, one schema: its take has buried the job.
    same(ids(await takeNow(reader)), ["a1"]);
    same(await queue.claim("a", "a1", { leaseMs: 50 }), null);
    same(
      (await queue.deadLetters({ limit: 10 })).map(({ id, attempts }) => [id, attempts]),
      [["a1", 1]],
    );
    same(ids(await takeNow(queue)), ["a2"]);
  },

  async "hand-off: next settles, buries a bad body that follows, and leaves the rest of the lane to the takers"({
    open,
  }) {
    const queue = await open({ handOff: true });
    const [first, , third] = jobs("a", 3);
    await queue.push([first!, badJob("a", "a2"), third!]);
    await takeOne(queue);
    const claim = await claimed(queue, "a", "a1");
    same(await queue.next(claim.receipt, { leaseMs: 50 }), { outcome: "done", job: null });
    same(
      (await queue.deadLetters({ limit: 10 })).map(({ id }) => id),
      ["a2"],
    );
    same(ids(await takeNow(queue)), ["a3"]);
  },
};

import { type Cases, claimed, counts, ids, jobs, same, takeNow, takeOne } from "../kit.ts";

/** What can go wrong between the take, the trigger of a run, its claim and its end. */
export const handOffFaultCases: Cases = {
  async "hand-off: takes cost nothing while a run waits in a slow engine, and the run that starts at last answers"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true, maxAttempts: 3 });
    await queue.push(jobs("a", 1));
    for (let i = 0; i < 20; i++) {
      same((await takeOne(queue, 10)).attempt, 0);
      clock.now += 10;
    }
    const claim = await claimed(queue, "a", "a1");
    same(claim.attempt, 1);
    same(await queue.settle([claim.receipt]), ["done"]);
    same(await counts(queue), { depth: 0, inFlight: 0, waiting: 0, ready: 0, deadLetters: 0 });
  },

  async "hand-off: a taker that defers gives back no claim's attempt, so poison still ends"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true, maxAttempts: 3 });
    await queue.push(jobs("a", 1));
    for (const claims of [0, 1, 2]) {
      for (let trigger = 0; trigger < 3; trigger++) {
        const taken = await takeOne(queue, 10);
        same(taken.attempt, claims);
        same(await queue.defer([taken.receipt], { delayMs: 5 }), ["done"]);
        clock.now += 5;
      }
      await takeOne(queue, 10);
      const claim = await claimed(queue, "a", "a1");
      same(claim.attempt, claims + 1);
      same(await queue.retry([claim.receipt], { delayMs: 0, reason: "busy" }), [
        claims < 2 ? "done" : "buried",
      ]);
    }
    same(
      (await queue.deadLetters({ limit: 10 })).map(({ attempts }) => attempts),
      [3],
    );
  },

  async "hand-off: a run whose trigger failed but made it all the same may claim what the taker gave back"({
    open,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 2));
    const taken = await takeOne(queue);
    same(await queue.defer([taken.receipt], { delayMs: 1_000 }), ["done"]);
    const claim = await claimed(queue, "a", "a1");
    same(claim.attempt, 1);
    same(await queue.defer([taken.receipt], { delayMs: 0 }), ["stale"]);
    same(await queue.settle([claim.receipt]), ["done"]);
    same(ids(await takeNow(queue)), ["a2"]);
  },

  async "hand-off: when a claimer dies the job is handed out again; that taker cannot defer it, a new run can claim it"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 1));
    await takeOne(queue, 10);
    await claimed(queue, "a", "a1", 10);
    same(await takeNow(queue), []);
    clock.now += 10;
    const taken = await takeOne(queue, 10);
    same(taken.attempt, 1);
    same(await queue.defer([taken.receipt], { delayMs: 5 }), ["stale"]);
    same((await claimed(queue, "a", "a1")).attempt, 1);
  },

  async "hand-off: of two runs alive the later claim fences the earlier, and a zombie touches nothing"({
    open,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 3));
    await takeOne(queue);
    const zombie = await claimed(queue, "a", "a1");
    const alive = await claimed(queue, "a", "a1");
    same(await queue.extend([zombie.receipt], { leaseMs: 10 }), ["stale"]);
    same(await queue.next(zombie.receipt, { leaseMs: 10 }), { outcome: "stale", job: null });
    const { job: second } = await queue.next(alive.receipt, { leaseMs: 10 });
    same([second?.id, second?.attempt], ["a2", 1]);
    const before = await queue.stats();
    same(await queue.next(zombie.receipt, { leaseMs: 10 }), { outcome: "gone", job: null });
    same(await queue.settle([zombie.receipt, alive.receipt]), ["gone", "gone"]);
    same(await queue.claim("a", "a1", { leaseMs: 10 }), null);
    same(await queue.stats(), before);
  },

  async "hand-off: of claims of one job made at once the last one holds, and the others ended without a word"({
    open,
  }) {
    const queue = await open({ handOff: true, maxEndedLeases: 3 });
    await queue.push([...jobs("a", 2), ...jobs("b", 1)]);
    await takeNow(queue);
    const claim = (lane: string, id: string) => queue.claim(lane, id, { leaseMs: 50 });
    const some = await Promise.all([claim("a", "a1"), claim("b", "b1"), claim("a", "a1")]);
    const [first, other, last] = some;
    same([first?.attempt, other?.id, last?.attempt], [1, "b1", 1]);
    same(await queue.settle([first?.receipt ?? "", other?.receipt ?? ""]), ["stale", "done"]);
    // The fourth claim finds a third one that said nothing: it buries, and the fifth finds the lane ready for takers.
    const rest = await Promise.all([claim("a", "a1"), claim("a", "a1"), claim("a", "a2")]);
    const attempts = rest.map((job) => job?.attempt ?? null);
    same(attempts, [1, null, null]);
    const letters = await queue.deadLetters({ limit: 9 });
    same([letters.length, letters[0]?.id, letters[0]?.attempts], [1, "a1", 1]);
    same(ids(await takeNow(queue)), ["a2"]);
    same(await queue.settle([rest[0]?.receipt ?? ""]), ["gone"]);
  },

  async "hand-off: nexts made at once answer each its own lane, and one receipt twice settles once"({
    open,
  }) {
    const queue = await open({ handOff: true });
    await queue.push([...jobs("a", 2), ...jobs("b", 1), ...jobs("c", 3)]);
    await takeNow(queue);
    const held = await Promise.all(["a", "b", "c"].map((lane) => claimed(queue, lane, `${lane}1`)));
    const receipts = held.map(({ receipt }) => receipt);
    const goOn = (receipt: string) => queue.next(receipt, { leaseMs: 50 });
    const answers = await Promise.all([...receipts, ...receipts].map(goOn));
    same(
      answers.map(({ outcome, job }) => [outcome, job?.id ?? null]),
      [
        ["done", "a2"],
        ["done", null],
        ["done", "c2"],
        ["gone", null],
        ["gone", null],
        ["gone", null],
      ],
    );
    same((await queue.stats()).depth, 3);
    const next = answers.flatMap(({ job }) => job ?? []);
    const attempts = next.map(({ attempt }) => attempt);
    same(attempts, [1, 1]);
    same(await queue.settle(next.map(({ receipt }) => receipt)), ["done", "done"]);
  },

  async "hand-off: a take fences no claimer, whose lease ended in a stall: it extends, settles and goes on"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 3));
    await takeOne(queue, 10);
    const claim = await claimed(queue, "a", "a1", 10);
    clock.now += 10;
    same(ids(await takeNow(queue, 5, 10)), ["a1"]);
    same(await queue.extend([claim.receipt], { leaseMs: 10 }), ["done"]);
    clock.now += 10;
    same(ids(await takeNow(queue, 5, 10)), ["a1"]);
    const { outcome, job: second } = await queue.next(claim.receipt, { leaseMs: 10 });
    same([outcome, second?.id], ["done", "a2"]);
    same(await queue.settle([second?.receipt ?? ""]), ["done"]);
    same(ids(await takeNow(queue)), ["a3"]);
  },

  async "hand-off: a job that was taken and then claimed by another run is that run's"({
    open,
    clock,
  }) {
    const queue = await open({ handOff: true });
    await queue.push(jobs("a", 3));
    await takeOne(queue, 10);
    const first = await claimed(queue, "a", "a1", 10);
    const { job: second } = await queue.next(first.receipt, { leaseMs: 10 });
    clock.now += 10;
    same(ids(await takeNow(queue, 1, 10)), ["a2"]);
    const other = await claimed(queue, "a", "a2", 10);
    same(other.attempt, 1);
    same(await queue.next(second?.receipt ?? "", { leaseMs: 10 }), { outcome: "stale", job: null });
    same((await queue.next(other.receipt, { leaseMs: 10 })).job?.id, "a3");
    same(await queue.next(second?.receipt ?? "", { leaseMs: 10 }), { outcome: "gone", job: null });
  },
};

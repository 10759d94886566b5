import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { queueRules } from "../arguments.ts";
import type { Batch, Entry } from "../on-store/lane-store.ts";
import { repeatable } from "./repeatable.kit.ts";
import { redisStore } from "./redis-store.ts";

// The port cannot repeat a command under the same number or token; here the commands themselves are sent twice.

const server = await testRedis();

function there(entry: Entry | null): Entry {
  if (!entry) throw new Error("The claim got no job.");
  return entry;
}
const ids = ({ entries }: Batch) => entries.map(({ id }) => id);

describe.skipIf(server.missing)("an answer that was lost", () => {
  const redis = new Redis(server.url);
  const prefix = randomPrefix();
  afterAll(async () => {
    await redis.del(await redis.keys(`q:{${prefix}*`));
    redis.disconnect();
  });

  let queues = 0;
  function setUp({ handOff = false, maxAttempts = 3, maxEndedLeases = 5 } = {}) {
    const clock = { now: 1_000 };
    const rules = queueRules({
      name: `${prefix}-${queues++}`,
      handOff,
      maxAttempts,
      maxEndedLeases,
    });
    const { transport, sent } = repeatable(redis);
    let names = 0;
    const unique = () => `n${names++}`;
    const store = redisStore(transport, rules, { now: () => clock.now, unique });
    const key = (name: string) => `q:{${rules.name}}:${name}`;
    return {
      clock,
      push: (...jobs: [lane: string, id: string][]) =>
        store.push(jobs.map(([lane, id]) => ({ lane, id, json: "1", aliases: [], delayMs: 0 }))),
      /** A take of the store's one slot, and the same command again. */
      take: ({ max = 5, leaseMs = 100 } = {}) => sent(store.take({ max, leaseMs })),
      claim: async (lane: string, id: string) => {
        const { answer, again } = await sent(store.claim([{ lane, id, leaseMs: 100 }]));
        return { entry: answer[0] ?? null, again: async () => (await again())[0] ?? null };
      },
      next: async (receipt: Entry) => {
        const { answer, again } = await sent(store.next([{ receipt, leaseMs: 100 }]));
        return { answer: answer[0], again: async () => (await again())[0] };
      },
      finish: (op: "settle" | "retry" | "defer", entries: readonly Entry[], ms = 0) =>
        store.finish(entries, { op, ms, reason: "busy" }),
      deadLetters: () => store.deadLetters({ after: 0, limit: 9 }),
      ready: () => redis.lrange(key("ready"), 0, -1),
      slots: () => redis.keys(key("take:*")),
      slotLivesMs: () => redis.pttl(key("take:n0")),
    };
  }
  it("of a take is given again: the same jobs, the same receipts, a new lease", async () => {
    const { push, take, clock, ready } = setUp();
    await push(["a", "1"], ["b", "2"], ["c", "3"]);
    const first = await take({ max: 2 });
    clock.now += 60;
    expect((await first.again()).entries).toEqual(first.answer.entries);
    expect(await ready()).toEqual(["c"]);
    clock.now += 60;
    expect(ids((await take()).answer)).toEqual(["3"]);
  });

  it("of a take hands out nothing that was finished since", async () => {
    const { push, take, finish } = setUp();
    await push(["a", "1"], ["b", "2"], ["c", "3"]);
    const { answer, again } = await take();
    await finish("settle", answer.entries.slice(0, 1));
    await finish("retry", answer.entries.slice(1, 2), 10);
    expect(ids(await again())).toEqual(["3"]);
  });

  it("of a take that was not the last of its slot hands out nothing, for longer than its lease", async () => {
    const { push, take, slotLivesMs, clock } = setUp();
    await push(["a", "1"]);
    const first = await take({ leaseMs: 1 });
    await push(["b", "2"]);
    clock.now += 1;
    expect(ids((await take({ leaseMs: 1 })).answer)).toEqual(["1", "2"]);
    clock.now += 1;
    expect(ids(await first.again())).toEqual([]);
    expect(await slotLivesMs()).toBeGreaterThan(50_000);
  });

  it("of a take is remembered under one key, however many takes came before it", async () => {
    const { push, take, slots } = setUp();
    for (const lane of ["a", "b", "c"]) {
      await push([lane, lane]);
      await take();
    }
    expect(await slots()).toHaveLength(1);
  });

  it("of a take is given again when another take was on the wire with it", async () => {
    const { push, take } = setUp();
    await push(["a", "1"], ["b", "2"]);
    const [first, second] = await Promise.all([take({ max: 1 }), take({ max: 1 })]);
    expect([ids(first.answer), ids(second.answer)]).toEqual([["1"], ["2"]]);
    expect([ids(await first.again()), ids(await second.again())]).toEqual([["1"], ["2"]]);
  });

  it("of a hand-off take hands out no job that was claimed since, and its taker cannot defer it", async () => {
    const { push, take, claim, finish } = setUp({ handOff: true });
    await push(["a", "1"], ["b", "2"]);
    const { answer, again } = await take();
    const claimed = there((await claim("a", "1")).entry);
    expect(ids(await again())).toEqual(["2"]);
    expect(await finish("defer", answer.entries.slice(0, 1))).toEqual(["stale"]);
    expect(await finish("settle", [claimed])).toEqual(["done"]);
  });

  it("of a hand-off take gives a claimer's job again while the claim is the same, and no longer", async () => {
    const { push, take, claim, finish, clock } = setUp({ handOff: true });
    await push(["a", "1"]);
    await take();
    const first = there((await claim("a", "1")).entry);
    clock.now += 100;
    const { answer, again } = await take();
    expect(ids(answer)).toEqual(["1"]);
    expect((await again()).entries).toEqual(answer.entries);
    const second = there((await claim("a", "1")).entry);
    expect(ids(await again())).toEqual([]);
    expect(await finish("settle", [first, second])).toEqual(["stale", "done"]);
  });

  it("of a claim is given again, and counts no ended lease", async () => {
    const { push, take, claim } = setUp({ handOff: true });
    await push(["a", "1"]);
    await take();
    const first = await claim("a", "1");
    expect(await first.again()).toEqual(there(first.entry));
    expect(there((await claim("a", "1")).entry).nonce, "only another claim does").toMatch(
      /^1:1\.\+/,
    );
  });

  it("of a claim that made a dead letter makes no second one", async () => {
    const { push, take, claim, deadLetters } = setUp({ handOff: true, maxEndedLeases: 1 });
    await push(["a", "1"], ["a", "2"]);
    await take();
    await claim("a", "1");
    const second = await claim("a", "1");
    expect([second.entry, await second.again()]).toEqual([null, null]);
    expect((await deadLetters()).map(({ id }) => id)).toEqual(["1"]);
    expect(ids((await take()).answer)).toEqual(["2"]);
  });

  it("of a next is given again: one job settled, the same one leased", async () => {
    const { push, take, claim, next, finish } = setUp({ handOff: true });
    await push(["a", "1"], ["a", "2"], ["a", "3"]);
    await take();
    const { answer, again } = await next(there((await claim("a", "1")).entry));
    expect(answer?.entry?.id).toBe("2");
    expect(await again()).toEqual(answer);
    expect(await finish("settle", answer?.entry ? [answer.entry] : [])).toEqual(["done"]);
    expect(await again(), "run late").toEqual({ outcome: "gone", entry: null });
  });

  it("of a next at the end of a lane is gone: both end the run", async () => {
    const { push, take, next } = setUp();
    await push(["a", "1"]);
    const [only] = (await take()).answer.entries;
    const { answer, again } = await next(there(only ?? null));
    expect([answer?.outcome, (await again())?.outcome]).toEqual(["done", "gone"]);
  });
});

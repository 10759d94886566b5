import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { queueRules } from "../arguments.ts";
import type { Batch, Entry } from "../lane-store.ts";
import { commandsOf } from "./commands.ts";

// The port cannot repeat a command under the same number or token; here the commands themselves are sent twice.

const server = await testRedis();

const ids = ({ entries }: Batch) => entries.map(({ id }) => id);

describe.skipIf(server.missing)("an answer that was lost", () => {
  const redis = new Redis(server.url);
  const prefix = randomPrefix();
  afterAll(async () => {
    await redis.del(await redis.keys(`q:{${prefix}*`));
    redis.disconnect();
  });

  let queues = 0;
  function setUp({ handOff = false, maxAttempts = 3 } = {}) {
    const clock = { now: 1_000 };
    const rules = queueRules({ name: `${prefix}-${queues++}`, handOff, maxAttempts });
    const commands = commandsOf(rules, () => clock.now);
    const key = (name: string) => `q:{${rules.name}}:${name}`;
    return {
      clock,
      push: (...jobs: [lane: string, id: string][]) => commands.push(redis, jobs.map(([lane, id]) => ({ lane, id, json: "1", aliases: [] }))), // prettier-ignore
      take: (number: number, { max = 5, leaseMs = 100 } = {}) =>
        commands.take(redis, { slot: { id: "s", number }, max, leaseMs }),
      claim: async (lane: string, id: string, token: string) =>
        (await commands.claim(redis, [{ lane, id, token, leaseMs: 100 }]))[0] ?? "no answer",
      next: async (ticket: Entry, token: string) =>
        (await commands.next(redis, [{ ticket, token, leaseMs: 100 }]))[0],
      finish: (op: "settle" | "retry" | "defer", entries: readonly Entry[], ms = 0) =>
        commands.finish(redis, entries, { op, ms, reason: "busy" }),
      ready: () => redis.lrange(key("ready"), 0, -1),
      slotLivesMs: () => redis.pttl(key("take:s")),
    };
  }
  const entryOf = (answer: Awaited<ReturnType<ReturnType<typeof setUp>["claim"]>>): Entry => {
    if (typeof answer === "string") throw new Error(`The claim answered ${answer}.`);
    return answer;
  };

  it("of a take is given again: the same jobs, the same receipts, a new lease", async () => {
    const { push, take, clock, ready } = setUp();
    await push(["a", "1"], ["b", "2"], ["c", "3"]);
    const first = await take(1, { max: 2 });
    clock.now += 60;
    expect((await take(1, { max: 2 })).entries).toEqual(first.entries);
    expect(await ready()).toEqual(["c"]);
    clock.now += 60;
    expect(ids(await take(2))).toEqual(["3"]);
  });

  it("of a take hands out nothing that was finished, or taken again, since", async () => {
    const { push, take, finish, clock } = setUp();
    await push(["a", "1"], ["b", "2"], ["c", "3"]);
    const { entries } = await take(1);
    await finish("settle", entries.slice(0, 1));
    await finish("retry", entries.slice(1, 2), 10);
    expect(ids(await take(1))).toEqual(["3"]);
    clock.now += 100;
    await take(2);
    expect(ids(await take(1))).toEqual([]);
  });

  it("of a take that was not the last of its slot hands out nothing, for longer than its lease", async () => {
    const { push, take, slotLivesMs, clock } = setUp();
    await push(["a", "1"]);
    await take(1, { leaseMs: 1 });
    await push(["b", "2"]);
    clock.now += 1;
    expect(ids(await take(2, { leaseMs: 1 }))).toEqual(["1", "2"]);
    clock.now += 1;
    expect(ids(await take(1))).toEqual([]);
    expect(await slotLivesMs()).toBeGreaterThan(50_000);
  });

  it("of a hand-off take hands out no job that was claimed since, and its taker cannot defer it", async () => {
    const { push, take, claim, finish } = setUp({ handOff: true });
    await push(["a", "1"], ["b", "2"]);
    const { entries } = await take(1);
    const claimed = entryOf(await claim("a", "1", "x"));
    expect(ids(await take(1))).toEqual(["2"]);
    expect(await finish("defer", entries.slice(0, 1))).toEqual(["stale"]);
    expect(await finish("settle", [claimed])).toEqual(["done"]);
  });

  it("of a hand-off take gives a claimer's job again while the claim is the same, and no longer", async () => {
    const { push, take, claim, finish, clock } = setUp({ handOff: true });
    await push(["a", "1"]);
    await take(1);
    const first = entryOf(await claim("a", "1", "x"));
    clock.now += 100;
    const again = await take(2);
    expect(ids(again)).toEqual(["1"]);
    expect((await take(2)).entries).toEqual(again.entries);
    const second = entryOf(await claim("a", "1", "y"));
    expect(ids(await take(2))).toEqual([]);
    expect(await finish("settle", [first, second])).toEqual(["stale", "done"]);
  });

  it("of a claim is given again, and counts one attempt", async () => {
    const { push, take, claim } = setUp({ handOff: true });
    await push(["a", "1"]);
    await take(1);
    const first = await claim("a", "1", "x");
    expect(await claim("a", "1", "x")).toEqual(first);
    expect(entryOf(await claim("a", "1", "y")).attempt).toBe(2);
  });

  it("of a claim that made a dead letter is gone, and makes no second one", async () => {
    const { push, take, claim } = setUp({ handOff: true, maxAttempts: 1 });
    await push(["a", "1"], ["a", "2"]);
    await take(1);
    await claim("a", "1", "x");
    expect([await claim("a", "1", "y"), await claim("a", "1", "y")]).toEqual(["dead", "gone"]);
    expect(ids(await take(2))).toEqual(["2"]);
  });

  it("of a next is given again: one job settled, the same one leased", async () => {
    const { push, take, claim, next, finish } = setUp({ handOff: true });
    await push(["a", "1"], ["a", "2"], ["a", "3"]);
    await take(1);
    const first = entryOf(await claim("a", "1", "x"));
    const answer = await next(first, "y");
    expect(answer?.entry?.id).toBe("2");
    expect(await next(first, "y")).toEqual(answer);
    expect(await finish("settle", answer?.entry ? [answer.entry] : [])).toEqual(["done"]);
    expect(await next(first, "y"), "run late").toEqual({ outcome: "gone", entry: null });
  });

  it("of a next at the end of a lane is gone: both end the run", async () => {
    const { push, take, next } = setUp();
    await push(["a", "1"]);
    const [only] = (await take(1)).entries;
    const answers = only && [await next(only, "x"), await next(only, "x")];
    expect(answers?.map((answer) => answer?.outcome)).toEqual(["done", "gone"]);
  });

  it("leaves one nudge for sleeping takers at most, and a take drops it without losing a place", async () => {
    const { push, take, finish, ready } = setUp();
    for (const [index, lane] of ["a", "b", "c"].entries()) {
      await push([lane, lane]);
      await finish("retry", (await take(index + 1)).entries, 1_000 - index);
    }
    expect(await ready()).toEqual([""]);
    await push(["d", "4"], ["e", "5"]);
    expect(ids(await take(9, { max: 2 }))).toEqual(["4", "5"]);
    expect(await ready()).toEqual([]);
  });
});

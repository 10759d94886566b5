import { ownRedis } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import * as fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { consume } from "../../consume/consume.ts";
import type { Queue } from "../../queue.ts";
import { redisQueue, type RedisQueueOptions } from "../redis-queue.ts";
import { type Damage, damage, damages } from "./damage.kit.ts";
import { drain, faultsOf, lanesOf } from "./sound.kit.ts";

const server = await ownRedis({ appendonly: false });
const redis = new Redis(server.url);
redis.on("error", () => {});
beforeEach(async (context) => {
  context.skip(server.missing, "no redis-server");
  await redis.flushall();
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const laneNames = ["a", "b", "c", "d e"];

function open(options: Partial<RedisQueueOptions<number>> = {}): Queue<number> {
  const rules = { name: "sick", maxAttempts: 1_000, schema: { parse: Number } };
  const queue = redisQueue(redis, { ...rules, ...options });
  onTestFinished(() => queue.close());
  return queue;
}

const key = (kind: string) => `q:{sick}:${kind}`;

const lane = fc.constantFrom(...laneNames);
const use = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("push" as const), lane }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("take" as const),
      max: fc.integer({ min: 1, max: 3 }),
      end: fc.constantFrom("hold", "settle", "retry", "defer", "next"),
    }),
  },
);
type Use = typeof use extends fc.Arbitrary<infer U> ? U : never;

/** Brings a queue into some state: lanes that run, wait, are in flight or are empty. */
async function work(queue: Queue<number>, uses: readonly Use[], handOff: boolean): Promise<void> {
  let pushed = 0;
  for (const some of uses) {
    if (some.type === "push") {
      await queue.push([{ id: `i${++pushed}`, lane: some.lane, body: pushed }]);
      continue;
    }
    for (const taken of await queue.take({ max: some.max, leaseMs: 50, waitMs: 0 })) {
      const job = handOff ? await queue.claim(taken.lane, taken.id, { leaseMs: 50 }) : taken;
      if (!job) continue;
      if (some.end === "settle") await queue.settle([job.receipt]);
      if (some.end === "retry") await queue.retry([job.receipt], { delayMs: 30, reason: "busy" });
      if (some.end === "defer") await queue.defer([job.receipt], { delayMs: 30 });
      if (some.end === "next") await queue.next(job.receipt, { leaseMs: 50 });
    }
  }
}

it("mends whatever is missing, double or wrong: no job is lost, overtaken or handed out twice at once", async () => {
  let clock = 1_000;
  const queues = {
    plain: open({ now: () => clock }),
    handOff: open({ now: () => clock, handOff: true }),
  };
  const mended = new Map<Damage["type"] | "nothing", number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(use, { maxLength: 25, size: "max" }),
      fc.array(damages(laneNames), { maxLength: 6 }),
      fc.boolean(),
      async (uses, harm, handOff) => {
        await redis.flushall();
        clock = 1_000;
        const queue = handOff ? queues.handOff : queues.plain;
        await work(queue, uses, handOff);
        expect(await faultsOf(redis, "sick")).toEqual([]);
        for (const some of harm) await damage(redis, "sick", some);
        const before = await lanesOf(redis, "sick");
        const sick = (await faultsOf(redis, "sick")).length > 0;

        const report = await queue.repair();
        expect(report.mended).toBe(sick);
        expect(await faultsOf(redis, "sick")).toEqual([]);
        expect(await lanesOf(redis, "sick")).toEqual(before);
        expect((await queue.repair()).mended).toBe(false);

        clock = 2_000;
        const handed = await drain(queue, { handOff });
        expect(handed).toEqual(
          Object.fromEntries(
            Object.entries(before).map(([name, elements]) => [
              name,
              elements.map((element) => element.split(" ")[0]),
            ]),
          ),
        );
        expect((await queue.stats()).depth).toBe(0);
        for (const { type } of sick ? harm : [{ type: "nothing" as const }])
          mended.set(type, (mended.get(type) ?? 0) + 1);
      },
    ),
    { numRuns: 300 },
  );
  expect(mended.size).toBe(11);
}, 600_000);

it.each([
  ["nowhere, held", [], "2.+holder", "leases"],
  ["nowhere, waiting", [], "2.", "due"],
  ["nowhere, with nobody", [], undefined, "ready"],
  ["in flight and waiting, held", ["leases", "due"], "2.+holder", "leases"],
  ["in flight and waiting, waiting", ["leases", "due"], "2.", "due"],
  ["ready and in flight, held", ["ready", "leases"], "2.slot.1", "leases"],
  ["ready and in flight, with nobody", ["ready", "leases"], undefined, "ready"],
  ["ready and waiting, handed off and given back", ["ready", "due"], "1.~", "due"],
])("leaves a lane where its holder, or nobody, has it: %s", async (_, places, head, home) => {
  const queue = open();
  await redis.rpush(key("lane:a"), "1 1");
  if (places.includes("ready")) await redis.rpush(key("ready"), "a");
  if (places.includes("leases")) await redis.zadd(key("leases"), 5_000, "a");
  if (places.includes("due")) await redis.zadd(key("due"), 5_000, "a");
  if (head !== undefined) await redis.hset(key("heads"), "a", head);
  await queue.repair();
  expect(await faultsOf(redis, "sick")).toEqual([]);
  expect(await redis.exists(key(home))).toBe(1);
  expect(await redis.hget(key("heads"), "a")).toBe(head ?? null);
});

it.each([false, true])(
  "changes nothing in a queue that others work with, hand-off %s",
  async (handOff) => {
    const queue = open({ handOff });
    const handled: Record<string, number[]> = {};
    const total = 3_000;
    const stop = new AbortController();
    const handle = (name: string, body: number) => void (handled[name] ??= []).push(body);
    async function runs(): Promise<void> {
      while (!stop.signal.aborted)
        for (const { lane: name, id } of await queue.take({
          max: 20,
          leaseMs: 60_000,
          signal: stop.signal,
        })) {
          let job = await queue.claim(name, id, { leaseMs: 60_000 });
          while (job) {
            handle(name, job.body);
            ({ job } = await queue.next(job.receipt, { leaseMs: 60_000 }));
          }
        }
    }
    const consuming = handOff
      ? Promise.all([runs(), runs()])
      : consume(queue, async (job) => handle(job.lane, job.body)).run({ signal: stop.signal });
    async function feed(): Promise<void> {
      for (let n = 0; n < total; n += 10)
        await queue.push(
          Array.from({ length: 10 }, (_, i) => ({ id: `i${n + i}`, lane: `l${i}`, body: n + i })),
        );
    }
    const fed = feed();
    const reports = new Set<boolean>();
    let repairs = 0;
    await until(async () => {
      reports.add((await queue.repair()).mended);
      repairs++;
      return Object.values(handled).flat().length >= total;
    });
    await fed;
    await until(async () => (await queue.stats()).depth === 0);
    stop.abort();
    await consuming;
    expect([...reports]).toEqual([false]);
    expect(repairs).toBeGreaterThan(3);
    for (const bodies of Object.values(handled))
      expect(bodies).toEqual(bodies.toSorted((a, b) => a - b));
    expect(new Set(Object.values(handled).flat()).size).toBe(total);
  },
);

it("finds thousands of lanes, by their whole names, and those of no other queue", async () => {
  const [queue, other] = [open({ name: "a*[b]?" }), open({ name: "a-[b]-" })];
  for (const each of [queue, other])
    await each.push(
      Array.from({ length: 1_000 }, (_, n) => ({ id: `i${n}`, lane: `lane:{${n}}`, body: n })),
    );
  await redis.del("q:{a*[b]?}:ready", "q:{a-[b]-}:ready");
  expect(await queue.repair()).toMatchObject({ lanesFound: 1_000, placesDropped: 0 });
  expect(await redis.llen("q:{a*[b]?}:ready")).toBe(1_000);
  expect(await redis.exists("q:{a-[b]-}:ready")).toBe(0);
  const taken = await queue.take({ max: 1_000, leaseMs: 1_000, waitMs: 0 });
  expect(new Set(taken.map((job) => job.lane)).size).toBe(1_000);
});

it("wakes a take that sleeps beside a lane it finds", async () => {
  const queue = open();
  await queue.push([{ id: "1", lane: "a", body: 1 }]);
  await redis.del("q:{sick}:ready");
  const taken = queue.take({ max: 1, leaseMs: 1_000, waitMs: 60_000 });
  await until(async () => /cmd=blpop/.test(String(await redis.call("CLIENT", "LIST"))));
  await queue.repair();
  expect((await taken).map(({ id }) => id)).toEqual(["1"]);
});

it("does not count the depth where a count would hold up everybody, and says so", async () => {
  const queue = open();
  for (let from = 0; from < 11_000; from += 1_000)
    await queue.push(
      Array.from({ length: 1_000 }, (_, n) => ({
        id: `i${from + n}`,
        lane: `l${from + n}`,
        body: n,
      })),
    );
  expect(await queue.repair()).toMatchObject({ mended: false, depthCorrectedBy: null });
});

it("ends at an abort, and is refused by a closed queue", async () => {
  const queue = open();
  await expect(queue.repair({ signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow(
    "enough",
  );
  await queue.close();
  await expect(queue.repair()).rejects.toMatchObject({ code: "closed" });
});

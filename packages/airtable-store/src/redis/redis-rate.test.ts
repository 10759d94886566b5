import { type AirtableServer } from "@tgmem/airtable-test-server";
import { ownRedis, randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { createClient } from "redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startArchiveServer } from "../archive.kit.ts";
import { airtableArchive, type RateLimit } from "../index.ts";
import { type RedisClient, redisRate, type RedisRateOptions } from "./index.ts";

const shared = await testRedis();
const redis = new Redis(shared.url, { lazyConnect: true });
const nodeRedis = createClient({ url: shared.url });
let server: AirtableServer;
let namespace: string;

beforeAll(async () => {
  if (!shared.missing) await nodeRedis.connect();
});
afterAll(async () => {
  if (!shared.missing) await nodeRedis.close();
  redis.disconnect();
});
beforeEach((context) => {
  context.skip(shared.missing, "no Redis");
  namespace = randomPrefix();
});
afterEach(() => server?.close());

const turn = (leftMs = 10_000) => ({
  deadline: Date.now() + leftMs,
  signal: new AbortController().signal,
});
const baseId = "appShared";
const open = (rate: RateLimit, deadlineMs = 20_000) =>
  airtableArchive({ ...server, rate, deadlineMs });

/** One of the processes that share the rate. */
const rateOf = (client: RedisClient = redis, options: Partial<RedisRateOptions> = {}) =>
  redisRate(client, { baseId, namespace, ...options });

describe("one rate for all processes that use a base", () => {
  it("is kept by all of them together, whichever client they have", async () => {
    server = await startArchiveServer({ perSecond: 35 });
    const archives = [redis, nodeRedis, redis].map((client) =>
      open(rateOf(client, { perSecond: 20 })),
    );
    await Promise.all(
      archives.map(async (archive, process) => {
        for (let user = 1; user <= 15; user++) await archive.load(`${process + 1}0${user}`);
      }),
    );
    expect(server.journal.filter(({ status }) => status === 429)).toEqual([]);
    expect(server.journal.length).toBeGreaterThanOrEqual(45);
  });

  it("counts the calls of the month for all of them, and begins the next month at none", async () => {
    let nowMs = Date.UTC(2026, 10, 30);
    const [one, other] = [redis, nodeRedis].map((client) =>
      rateOf(client, { perSecond: 1_000, now: () => nowMs }),
    );
    const call = async (rate = one) =>
      (await rate?.take({ ...turn(), deadline: nowMs + 10_000 }))?.();
    expect(await one?.callsThisMonth()).toBe(0);
    await call();
    await call(other);
    expect([await one?.callsThisMonth(), await other?.callsThisMonth()]).toEqual([2, 2]);
    nowMs = Date.UTC(2026, 11, 1);
    expect(await one?.callsThisMonth()).toBe(0);
    await call();
    expect(await other?.callsThisMonth()).toBe(1);
  });

  it("holds back who comes late to a turn, in any process", async () => {
    const asleep: (() => void)[] = [];
    const pause = () => new Promise<void>((wake) => asleep.push(wake));
    const rates = [
      rateOf(redis, { perSecond: 20, pause }),
      rateOf(nodeRedis, { perSecond: 20, pause }),
    ];
    let made = 0;
    for (const rate of rates)
      for (let call = 0; call < 15; call++) void rate.take(turn(60_000)).then(() => made++);
    await expect.poll(() => made + asleep.length).toBe(30);
    const everybodyDueAtMs = Date.now() + 1_500;
    await expect.poll(() => Date.now()).toBeGreaterThan(everybodyDueAtMs);
    for (const wake of asleep.splice(0)) wake();
    await expect.poll(() => made + asleep.length).toBe(30);
    expect(made).toBeLessThanOrEqual(21);
  });

  it("lets nobody call before it is known when the calls of another process were counted", async () => {
    let looks = 0;
    const pause = async () => void looks++;
    const ended = await rateOf(nodeRedis, { perSecond: 1 }).take(turn());
    let isThrough = false;
    const taken = rateOf(redis, { perSecond: 1, pause })
      .take(turn(60_000))
      .then(() => (isThrough = true));
    const turnCameAtMs = Date.now() + 1_100;
    await expect.poll(() => Date.now()).toBeGreaterThan(turnCameAtMs);
    const before = looks;
    await expect.poll(() => looks).toBeGreaterThan(before + 2);
    expect(isThrough).toBe(false);
    ended();
    await taken;
  });

  it("is frozen for all when Airtable refuses one of them, and leaves other bases alone", async () => {
    server = await startArchiveServer();
    server.fail("rate_limit", { when: ({ path }) => !path.startsWith("/meta") });
    await expect(open(rateOf(), 2_000).load("1")).rejects.toMatchObject({ code: "rate_limited" });
    await expect(rateOf().take(turn())).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterMs: expect.toSatisfy((ms: number) => ms > 15_000 && ms <= 35_000),
    });
    await rateOf(redis, { baseId: "appOther" }).take(turn());
  });

  it("gives no turn that would come after the deadline, and takes none for it", async () => {
    const rate = redisRate(redis, { baseId, perSecond: 0.1, namespace });
    (await rate.take(turn()))();
    await expect(rate.take(turn(1_000))).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterMs: expect.toSatisfy((ms: number) => ms > 0 && ms <= 10_000),
    });
    await expect(rate.take(turn(0))).rejects.toMatchObject({
      retryAfterMs: expect.toSatisfy((ms: number) => ms <= 10_000),
    });
  });

  it("loses a turn that is frozen while somebody waits for it", async () => {
    const waits: number[] = [];
    const rate: RateLimit = redisRate(redis, {
      baseId,
      perSecond: 0.5,
      namespace,
      async pause(ms) {
        waits.push(ms);
        if (waits.length === 1) await rate.freeze(60_000);
      },
    });
    (await rate.take(turn()))();
    await expect(rate.take(turn())).rejects.toMatchObject({ code: "rate_limited" });
    expect(waits).toHaveLength(1);
  });

  it("counts the calls of all of them for the month, if they say how many it has", async () => {
    const one = rateOf(redis, { perSecond: 1_000, callsPerMonth: 200 });
    const other = rateOf(nodeRedis, { perSecond: 1_000, callsPerMonth: 200 });
    for (let n = 0; n < 2; n++) await one.take(turn());
    expect([one.hasSpare?.(), other.hasSpare?.()]).toEqual([true, true]);
    for (let n = 0; n < 2; n++) await other.take(turn());
    expect(other.hasSpare?.()).toBe(false);
    await one.take(turn());
    expect(one.hasSpare?.()).toBe(false);
    expect("hasSpare" in rateOf()).toBe(false);
  });

  it("is unavailable while Redis is, at once", async (context) => {
    const own = await ownRedis();
    context.skip(own.missing, "no Redis of its own");
    const client = new Redis(own.url, { retryStrategy: null, enableOfflineQueue: false });
    client.on("error", () => {});
    await own.stop();
    await expect(redisRate(client, { baseId, namespace }).take(turn())).rejects.toMatchObject({
      code: "unavailable",
      retryable: true,
    });
  });

  it("wants a rate above zero", () => {
    expect(() => redisRate(redis, { baseId, perSecond: 0 })).toThrow(
      expect.objectContaining({ code: "invalid_argument" }),
    );
  });
});

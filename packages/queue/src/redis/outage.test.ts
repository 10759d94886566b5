import { ownRedis, randomPrefix } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import { Redis, type RedisOptions } from "ioredis";
import { afterAll, beforeEach, expect, it, onTestFinished } from "vitest";
import type { Queue } from "../queue.ts";
import { redisQueue, type RedisQueueOptions } from "./redis-queue.ts";

const server = await ownRedis();
afterAll(() => server.stop());

const forever = 600_000;
const long = { max: 10, leaseMs: forever, waitMs: forever };
const job = (id: string) => ({ id, lane: `lane ${id}`, body: "text" });

let name = "";
beforeEach((context) => {
  context.skip(server.missing, "no redis-server");
  name = randomPrefix();
});

async function connect(options: Omit<RedisOptions, "replyMapping"> = {}): Promise<Redis> {
  const redis = new Redis(server.url, options);
  redis.on("error", () => {});
  onTestFinished(() => redis.disconnect());
  await redis.ping();
  return redis;
}
function open(redis: Redis, options: Partial<RedisQueueOptions<string>> = {}): Queue<string> {
  const queue = redisQueue(redis, { name, schema: { parse: String }, ...options });
  onTestFinished(() => queue.close());
  return queue;
}
/** Resolves when the server sees a blocking read. */
const waitsBlocked = (redis: Redis) =>
  until(async () => /cmd=blpop/.test(String(await redis.call("CLIENT", "LIST"))), {
    what: "a blocking read",
  });

it("wakes a waiting take whose connections were cut", async () => {
  const redis = await connect();
  const queue = open(redis);
  const taken = queue.take(long);
  await waitsBlocked(redis);
  await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
  await queue.push([job("1")]);
  expect((await taken).map(({ id }) => id)).toEqual(["1"]);
});

it("goes on when Redis comes back, with scripts it does not know any more", async () => {
  const redis = await connect();
  const queue = open(redis);
  await queue.push([job("1"), job("2")]);
  const [first] = await queue.take({ ...long, max: 1 });
  await server.kill();
  const settled = queue.settle([first?.receipt ?? ""]);
  const taken = queue.take(long);
  await server.restart();
  expect(await settled).toEqual(["done"]);
  expect((await taken).map(({ id }) => id)).toEqual(["2"]);
});

it("gives back what a take hands out long after its abort", async () => {
  const redis = await connect();
  const queue = open(redis);
  await queue.push([job("1")]);
  await server.kill();
  const stop = new AbortController();
  const taken = queue.take({ ...long, signal: stop.signal });
  stop.abort();
  expect(await taken).toEqual([]);
  await server.restart();
  await until(async () => (await redis.keys(`q:{${name}}:take:*`)).length > 0, {
    what: "the take",
  });
  expect((await queue.take(long)).map(({ id, attempt }) => [id, attempt])).toEqual([["1", 1]]);
});

it("asks Redis seldom while it waits: at rest, at the memory limit and at the in-flight limit", async () => {
  const redis = await connect();
  async function commandsWithin(waitMs: number, queue: Queue<string>): Promise<number> {
    await redis.config("RESETSTAT");
    expect(await queue.take({ ...long, waitMs })).toEqual([]);
    const stats = await redis.info("commandstats");
    const calls = [...stats.matchAll(/^cmdstat_(?:evalsha|blpop):calls=(\d+)/gm)];
    return calls.reduce((sum, [, count]) => sum + Number(count), 0);
  }
  const queue = open(redis);
  const taken = queue.take(long);
  await waitsBlocked(redis);
  await queue.push([job("1")]);
  await taken;
  expect(await commandsWithin(300, queue)).toBeLessThanOrEqual(4);

  await redis.config("SET", "maxmemory", "1");
  onTestFinished(async () => void (await redis.config("SET", "maxmemory", "0")));
  expect(await commandsWithin(600, open(redis))).toBeLessThanOrEqual(10);
  await redis.config("SET", "maxmemory", "0");

  const limited = open(redis, { name: `${name}-limited`, maxInFlight: 1 });
  await limited.push([job("1"), job("2")]);
  expect(await limited.take({ ...long, max: 1 })).toHaveLength(1);
  expect(await commandsWithin(300, limited)).toBeLessThanOrEqual(10);
});

it("lets a producer hear that Redis is away, and repeat", async () => {
  const redis = await connect({ maxRetriesPerRequest: 0, retryStrategy: () => 20 });
  const queue = open(redis);
  await server.kill();
  await expect(queue.push([job("1")])).rejects.toMatchObject({
    code: "store_unavailable",
    retryable: true,
    message: `Redis did not carry out a command of queue ${name}: repeat it.`,
  });
  await server.restart();
  await until(() => queue.push([job("1")]).catch(() => null));
  expect((await queue.stats()).depth).toBe(1);
});

it("lets no call wait for ever while Redis is away, and an abort end its wait", async () => {
  const redis = await connect({ maxRetriesPerRequest: null });
  const queue = open(redis, { callTimeoutMs: 60 });
  const patient = open(redis);
  await patient.push([job("1")]);
  const [taken] = await patient.take(long);
  const receipt = taken?.receipt ?? "";
  await server.kill();
  const late = await Promise.allSettled<unknown>([
    queue.take(long),
    queue.claim("lane 1", "1", { leaseMs: forever }),
    queue.next(receipt, { leaseMs: forever }),
    queue.settle([receipt]),
    queue.extend([receipt], { leaseMs: forever }),
    queue.retry([receipt], { delayMs: 0, reason: "busy" }),
    queue.defer([receipt], { delayMs: 0 }),
    queue.bury([receipt], { reason: "no" }),
    queue.push([job("2")]),
    queue.stats(),
    queue.deadLetters({ limit: 1 }),
  ]);
  for (const answer of late) {
    expect(answer).toMatchObject({
      status: "rejected",
      reason: { code: "store_unavailable", retryable: true },
    });
  }
  const stop = new AbortController();
  const settled = patient.settle([receipt], { signal: stop.signal });
  stop.abort(new Error("no longer wanted"));
  await expect(settled).rejects.toThrow("no longer wanted");
  await server.restart();
});

it("closes while Redis is away, and tells those who wait for an answer", async () => {
  const redis = await connect();
  const queue = open(redis);
  await queue.push([job("1")]);
  const [taken] = await queue.take(long);
  await server.kill();
  const settled = queue.settle([taken?.receipt ?? ""]).catch((error: unknown) => error);
  await queue.close();
  expect(await settled).toMatchObject({ code: "closed" });
  await server.restart();
});

it("leaves the given client open when it is closed", async () => {
  const redis = await connect();
  const queue = open(redis);
  await queue.take({ ...long, waitMs: 0 });
  await queue.close();
  expect(await redis.ping()).toBe("PONG");
});

it("tells of trouble on its own connections", async () => {
  const redis = await connect();
  const errors: Error[] = [];
  const queue = open(redis, { onError: (error) => errors.push(error) });
  await queue.take({ ...long, waitMs: 0 });
  await server.kill();
  await until(() => errors.length > 0);
  await server.restart();
});

it("refuses pushes at the memory limit, and still lets jobs be taken and finished", async () => {
  const redis = await connect();
  const queue = open(redis);
  await queue.push([job("1"), job("2")]);
  await redis.config("SET", "maxmemory", "1");
  onTestFinished(async () => void (await redis.config("SET", "maxmemory", "0")));
  await expect(queue.push([job("3")])).rejects.toMatchObject({
    code: "queue_full",
    retryable: true,
  });
  const taken = await queue.take(long);
  const waiting = queue.take(long);
  expect(await queue.settle(taken.map(({ receipt }) => receipt))).toEqual(["done", "done"]);
  await redis.config("SET", "maxmemory", "0");
  await queue.push([job("3")]);
  expect((await waiting).map(({ id }) => id)).toEqual(["3"]);
});

it("lets jobs be claimed, passed on and buried at the memory limit, and dead letters and stats be read", async () => {
  const redis = await connect();
  const queue = open(redis, { handOff: true });
  await queue.push(["1", "2", "3"].map((id) => ({ ...job(id), lane: "a" })));
  await redis.config("SET", "maxmemory", "1");
  onTestFinished(async () => void (await redis.config("SET", "maxmemory", "0")));
  await queue.take(long);
  const claimed = await queue.claim("a", "1", { leaseMs: forever });
  const next = await queue.next(claimed?.receipt ?? "", { leaseMs: forever });
  expect([next.outcome, next.job?.id]).toEqual(["done", "2"]);
  expect(await queue.bury([next.job?.receipt ?? ""], { reason: "no" })).toEqual(["done"]);
  expect((await queue.unacknowledged({ limit: 9 })).map(({ id }) => id)).toEqual(["2"]);
  await queue.acknowledge(1);
  expect(await queue.unacknowledged({ limit: 9 })).toEqual([]);
  expect((await queue.deadLetters({ limit: 9 })).map(({ id }) => id)).toEqual(["2"]);
  expect(await queue.stats()).toMatchObject({
    depth: 1,
    inFlight: 0,
    waiting: 0,
    ready: 1,
    deadLetters: 1,
  });
  await expect(queue.replay([1])).rejects.toMatchObject({ code: "queue_full" });
});

it("refuses a client with a key prefix, and options that make no sense", async () => {
  const redis = await connect({ keyPrefix: "mine:" });
  expect(() => open(redis)).toThrow("keyPrefix");
  const plain = await connect();
  for (const options of [
    { name: "" },
    { name: "a}b" },
    { maxAttempts: 0 },
    { maxDepth: -1 },
    { dedupeMs: 0.5 },
    { maxDeadLetters: 0 },
  ]) {
    expect(() => open(plain, options)).toThrow(
      expect.objectContaining({ code: "invalid_argument" }),
    );
  }
});

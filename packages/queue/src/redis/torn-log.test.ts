import { readFile, truncate } from "node:fs/promises";
import { newestLog, ownRedis, rewriteLog } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Queue } from "../queue.ts";
import { faultsOf } from "./repair/sound.kit.ts";
import { redisQueue } from "./redis-queue.ts";

// A power loss cuts the end off the append-only file, in the middle of what one script wrote. The server leaves the torn
// half out when it starts, and carries it out when it starts once more, in the past of the file.

let server: Awaited<ReturnType<typeof ownRedis>>;
let redis: Redis;
beforeEach(async (context) => {
  server = await ownRedis();
  context.skip(server.missing, "no redis-server");
  redis = new Redis(server.url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  redis.on("error", () => {});
  onTestFinished(async () => {
    redis.disconnect();
    await server.stop();
  });
});

function open(handOff = false): Queue<number> {
  const queue = redisQueue(redis, { name: "torn", schema: { parse: Number }, handOff });
  onTestFinished(() => queue.close());
  return queue;
}
const job = (id: string, lane = "a") => ({ id, lane, body: 1 });
const all = { max: 10, leaseMs: 600_000, waitMs: 0 };

/** Loses power while the last command that names these words was being written. */
async function loseFrom(words: string): Promise<void> {
  const file = await newestLog(redis);
  await server.kill();
  const at = (await readFile(file, "latin1")).lastIndexOf(words);
  if (at < 0) throw new Error(`The log does not hold ${words}.`);
  await truncate(file, at);
  await server.restart();
}

/** Writes the log anew, and sees that it was. */
async function logWrittenAnew(): Promise<void> {
  const old = await newestLog(redis);
  await rewriteLog(redis);
  expect(await newestLog(redis)).not.toBe(old);
}

async function takeAndSettle(queue: Queue<number>, handOff: boolean): Promise<string[]> {
  const ids: string[] = [];
  for (const { lane, id, receipt } of await queue.take(all)) {
    const claimed = handOff ? await queue.claim(lane, id, { leaseMs: 600_000 }) : null;
    await queue.settle([claimed?.receipt ?? receipt]);
    ids.push(id);
  }
  return ids.toSorted();
}

describe.each([false, true])("after a torn push, hand-off %s", (handOff) => {
  async function tearPush(): Promise<Queue<number>> {
    const queue = open(handOff);
    await queue.push([job("1")]);
    await loseFrom("q:{torn}:ready");
    expect(await queue.push([job("1")])).toEqual([]);
    expect(await takeAndSettle(queue, handOff)).toEqual(["1"]);
    return queue;
  }

  it("a second start leaves a lane that nobody is handed, and a repair brings it back", async () => {
    const queue = await tearPush();
    await server.restart();
    expect(await faultsOf(redis, "torn")).toContain("a stands in 0 places");
    await queue.push([job("2"), job("3", "b")]);
    expect(await queue.repair()).toMatchObject({ mended: true, lanesFound: 1 });
    expect(await faultsOf(redis, "torn")).toEqual([]);
    const handed: string[] = [];
    while ((await queue.stats()).depth > 0) handed.push(...(await takeAndSettle(queue, handOff)));
    expect(handed).toEqual(["1", "3", "2"]);
  });

  it("a second start finds nothing half done where the log was written anew after the first", async () => {
    const queue = await tearPush();
    await logWrittenAnew();
    await server.restart();
    expect(await queue.stats()).toMatchObject({ depth: 0, ready: 0, inFlight: 0 });
    expect((await queue.repair()).mended).toBe(false);
  });
});

describe.each([false, true])("wherever the log is torn, hand-off %s", (handOff) => {
  /** Beginnings of what scripts write: whatever comes from there on is lost. */
  const tears = [
    "q:{torn}:leases",
    "q:{torn}:heads",
    "q:{torn}:due",
    "q:{torn}:stats",
    "q:{torn}:ready",
    "q:{torn}:lane:b",
    "q:{torn}:take:",
    "q:{torn}:seen:",
    "EXEC",
    "MULTI",
  ];

  it.each(tears)("nobody stays deaf, and nothing stays behind: %s", async (words) => {
    const queue = open(handOff);
    await queue.push([job("1"), job("2"), job("3", "b"), job("4", "c")]);
    const [first, second, third] = await queue.take(all);
    await queue.settle([first?.receipt ?? ""]);
    await queue.retry([second?.receipt ?? ""], { delayMs: 0, reason: "busy" });
    await queue.push([job("5", "b"), job("6", "d")]);
    await queue.take({ ...all, max: 1 });
    await queue.settle([third?.receipt ?? ""]);
    await loseFrom(words);
    await queue.push([job("7"), job("8", "b")]);
    await takeAndSettle(queue, handOff);
    await server.restart();
    await queue.repair();
    expect(await faultsOf(redis, "torn")).toEqual([]);

    await queue.push([job("9"), job("10", "b"), job("11", "e")]);
    await redis.del("q:{torn}:leases"); // Their leases would last longer than a test.
    await queue.repair();
    const handed: string[] = [];
    while ((await queue.stats()).depth > 0) handed.push(...(await takeAndSettle(queue, handOff)));
    expect(handed).toEqual(expect.arrayContaining(["9", "10", "11"]));
    const left = (await redis.keys("*")).filter(
      (key) => !/:(?:seen:|take:|stats$|options$|bell$)/.test(key),
    );
    expect(left).toEqual([]);
  });
});

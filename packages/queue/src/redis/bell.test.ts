import { until } from "@tgmem/processes";
import { ownRedis, randomPrefix } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { Bell } from "./bell.ts";

const server = await ownRedis({ appendonly: false });
const redis = new Redis(server.url);
redis.on("error", () => {});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const long = { ms: 600_000 };
let list = "";
beforeEach((context) => {
  context.skip(server.missing, "no redis-server");
  list = randomPrefix();
});

/** The bell of a process. */
function open() {
  const connection = redis.duplicate();
  connection.on("error", () => {});
  const bell = new Bell(() => connection, list);
  onTestFinished(() => {
    bell.close();
    connection.disconnect();
  });
  return bell;
}
const ring = () => redis.rpush(list, "");
async function blocked(): Promise<number> {
  return Number(/blocked_clients:(\d+)/.exec(await redis.info("clients"))?.[1]);
}
/** Notes who was woken, in that order. */
function sleepers(count: number, sleep: (sleeper: number) => Promise<void>): number[] {
  const woken: number[] = [];
  for (let sleeper = 0; sleeper < count; sleeper++)
    void sleep(sleeper).then(() => woken.push(sleeper));
  return woken;
}

it("wakes one sleeper of all processes for each ring, who has slept longest first", async () => {
  const woken: number[] = [];
  for (let process = 0; process < 3; process++) {
    void open()
      .sleep(long)
      .then(() => woken.push(process));
    await until(async () => (await blocked()) === process + 1);
  }
  for (const expected of [[0], [0, 1], [0, 1, 2]]) {
    await ring();
    await until(() => woken.length === expected.length);
    expect(woken).toEqual(expected);
  }
  expect(await redis.exists(list)).toBe(0);
});

it("wakes one sleeper of a process for each ring, by one read at a time", async () => {
  const bell = open();
  const woken = sleepers(3, () => bell.sleep(long));
  await until(async () => (await blocked()) === 1);
  for (const expected of [[0], [0, 1], [0, 1, 2]]) {
    await ring();
    await until(() => woken.length === expected.length);
    expect(woken).toEqual(expected);
  }
});

it("hears a ring from before the sleep", async () => {
  await ring();
  await open().sleep(long);
});

it("passes on a ring that comes when its sleepers have gone", async () => {
  const [gone, other] = [open(), open()];
  const stop = new AbortController();
  const left = gone.sleep({ ...long, signal: stop.signal });
  await until(async () => (await blocked()) === 1);
  stop.abort();
  await left;
  const rung = other.sleep(long);
  await until(async () => (await blocked()) === 2);
  await ring();
  await rung;
});

it("reads no longer than somebody sleeps", async () => {
  const sleeping = open().sleep({ ms: 300 });
  await until(async () => (await blocked()) === 1);
  await sleeping;
  await until(async () => (await blocked()) === 0);
  await ring();
  expect(await redis.llen(list)).toBe(1);
});

it("wakes all who sleep when Redis refuses the read, so that their takes tell of it", async () => {
  const bell = open();
  await redis.set(list, "no list");
  await Promise.all([bell.sleep(long), bell.sleep(long)]);
});

it("lets nobody sleep when it is closed", async () => {
  const bell = open();
  const sleeping = bell.sleep(long);
  bell.close();
  await sleeping;
  await bell.sleep(long);
});

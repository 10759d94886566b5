import { spawnSync } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { connectRedis, createOutages, type Redis } from "@tgmem/service";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openRecords, type Records, type RecordsOptions } from "./index.ts";

const folder = await mkdtemp(join(tmpdir(), "tgmem-records-"));
afterAll(() => rm(folder, { recursive: true }));
let files = 0;
const opened: Records[] = [];
afterEach(() => {
  for (const records of opened.splice(0)) records.close();
});

const key = (type: string) => fc.constantFrom(`${type}1`, `${type}2`);
const newFile = () => join(folder, `${++files}.sqlite`);
function open(path = newFile(), options: Partial<RecordsOptions> = {}) {
  const records = openRecords(path, { scripts: new Map(), ...options });
  opened.push(records);
  return records;
}

describe("beside a real Redis", async () => {
  const { url, missing } = await testRedis();
  const silent = { error: () => {}, info: () => {}, debug: () => {} };
  const redis = connectRedis(url, { outages: createOutages(silent) });
  afterAll(() => redis.disconnect());
  beforeEach((context) => context.skip(missing, "no Redis"));

  type Client = Records | Redis;
  const name = fc.constantFrom("a", "b", "1:2");
  const integer = fc.integer({ min: -1_000, max: 1_000 });
  const price = fc.integer({ min: 0, max: 100_000 }).map((n) => n / 10_000);
  const longMs = fc.constantFrom(1_000_000, 2_000_000);
  const bound = fc.oneof(
    integer,
    integer.map((n) => `(${n}`),
    fc.constantFrom("-inf", "+inf"),
  );
  type Step = (client: Client, prefix: string) => Promise<unknown>;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(key("s"), name).map(
      ([k, v]): Step =>
        (c, p) =>
          c.set(p + k, v),
    ),
    fc.tuple(key("s"), name, longMs).map(
      ([k, v, ms]): Step =>
        (c, p) =>
          c.set(p + k, v, "PX", ms),
    ),
    fc.tuple(key("s"), name, longMs).map(
      ([k, v, ms]): Step =>
        (c, p) =>
          c.set(p + k, v, "PX", ms, "NX"),
    ),
    fc.tuple(key("s"), name, longMs).map(
      ([k, v, ms]): Step =>
        (c, p) =>
          c.set(p + k, v, "PX", ms, "GET"),
    ),
    fc.tuple(key("s"), name, longMs).map(
      ([k, v, ms]): Step =>
        (c, p) =>
          c.set(p + k, v, "PX", ms, "NX", "GET"),
    ),
    key("s").map(
      (k): Step =>
        (c, p) =>
          c.get(p + k),
    ),
    fc.constantFrom("s1", "h1", "m1", "z1").map(
      (k): Step =>
        (c, p) =>
          c.exists(p + k),
    ),
    fc.constantFrom("s1", "h1", "m1", "z1").map(
      (k): Step =>
        (c, p) =>
          c.del(p + k, `${p}none`),
    ),
    fc.tuple(fc.constantFrom("s1", "h1", "z1"), longMs).map(
      ([k, ms]): Step =>
        (c, p) =>
          c.pexpire(p + k, ms),
    ),
    fc.tuple(key("h"), name, integer).map(
      ([k, f, v]): Step =>
        (c, p) =>
          c.hset(p + k, f, v, "z", 1),
    ),
    fc.tuple(key("h"), name, integer).map(
      ([k, f, v]): Step =>
        (c, p) =>
          c.hsetnx(p + k, f, v),
    ),
    fc.tuple(key("h"), name).map(
      ([k, f]): Step =>
        (c, p) =>
          c.hdel(p + k, f, "z"),
    ),
    fc.tuple(key("h"), name).map(
      ([k, f]): Step =>
        (c, p) =>
          c.hget(p + k, f),
    ),
    fc.tuple(key("h"), name).map(
      ([k, f]): Step =>
        (c, p) =>
          c.hexists(p + k, f),
    ),
    key("h").map(
      (k): Step =>
        (c, p) =>
          c.hgetall(p + k),
    ),
    fc.tuple(key("n"), name, integer, price).map(
      ([k, f, n, cost]): Step =>
        (c, p) =>
          c
            .multi([
              ["hincrby", p + k, f, n],
              ["hincrbyfloat", p + k, "cost", cost],
              ["expire", p + k, 5_000],
            ])
            .exec(),
    ),
    fc.tuple(key("m"), name).map(
      ([k, m]): Step =>
        (c, p) =>
          c.sadd(p + k, m, "z"),
    ),
    key("m").map(
      (k): Step =>
        async (c, p) =>
          (await c.smembers(p + k)).toSorted(),
    ),
    fc.tuple(key("z"), integer, name).map(
      ([k, at, m]): Step =>
        (c, p) =>
          c.zadd(p + k, at, m),
    ),
    fc.tuple(key("z"), name).map(
      ([k, m]): Step =>
        (c, p) =>
          c.zrem(p + k, m),
    ),
    fc.tuple(key("z"), bound, bound).map(
      ([k, min, max]): Step =>
        (c, p) =>
          c.zrange(p + k, String(min), String(max), "BYSCORE", "LIMIT", 0, 2, "WITHSCORES"),
    ),
    fc.tuple(key("z"), bound, bound).map(
      ([k, min, max]): Step =>
        (c, p) =>
          c.zremrangebyscore(p + k, min, max),
    ),
  );

  it("replies the same to whatever is asked, and keeps the same keys for as long", async () => {
    const records = open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const prefix = `${randomPrefix()}records:`;
        for (const ask of steps)
          expect(await ask(records, prefix)).toEqual(await ask(redis, prefix));
        const keys = await redis.keys(`${prefix}*`);
        expect((await records.keys(`${prefix}*`)).toSorted()).toEqual(keys.toSorted());
        for (const one of keys) {
          const [here, there] = [await records.pttl(one), await redis.pttl(one)];
          // Seconds tell apart which end was set; the clocks differ by less.
          expect(Math.round(here / 10_000)).toBe(Math.round(there / 10_000));
        }
        if (keys.length > 0) await redis.del(...keys);
      }),
      { numRuns: 150 },
    );
  });
});

it("keeps what was written for the next process, in a file for its owner alone", async () => {
  const path = newFile();
  const before = open(path);
  await before.set("told", "1");
  await before.hset("person", "tokens", 5);
  opened.splice(0);
  before.close();
  const after = open(path);
  expect(await after.get("told")).toBe("1");
  expect(await after.hgetall("person")).toEqual({ tokens: "5" });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it("forgets what has ended, also what nobody asks for again", async () => {
  let nowMs = 1_000_000;
  const records = open(newFile(), { now: () => nowMs });
  await records.set("short", "1", "PX", 500);
  await records.hset("hash", "field", 1);
  await records.pexpire("hash", 90_000);
  nowMs += 499;
  expect(await records.get("short")).toBe("1");
  nowMs += 1;
  expect(await records.get("short")).toBeNull();
  nowMs += 90_000;
  await records.get("another");
  expect(await records.keys("*")).toEqual([]);
  expect(await records.set("short", "2", "PX", 500, "NX")).toBe("OK");
});

it("does the twin of a script at once or not at all, and refuses a script without one", async () => {
  const records = open(newFile(), {
    scripts: new Map([
      [
        "return move",
        (call, [from = "", to = ""], [value = ""]) => {
          call.del(from);
          call.hset(to, "value", String(value));
          if (value === "bad") throw new Error("bad");
          return value;
        },
      ],
    ]),
  });
  await records.set("from", "1");
  await expect(records.eval("return move", 2, "from", "to", "bad")).rejects.toThrow("bad");
  expect(await records.keys("*")).toEqual(["from"]);
  expect(await records.eval("return move", 2, "from", "to", "good")).toBe("good");
  expect(await records.keys("*")).toEqual(["to"]);
  await expect(records.eval("return other", 0)).rejects.toThrow("no twin");
});

function throwsBad() {
  throw new Error("bad");
}

it("does what is asked for at once as if it were asked one after the other, also beside a script that throws", async () => {
  const path = newFile();
  const records = open(path, { scripts: new Map([["return bad", throwsBad]]) });
  const asked = [
    records.set("told", "1", "NX"),
    records.eval("return bad", 0),
    records.set("told", "2", "NX"),
    records.get("told"),
  ];
  opened.splice(0);
  records.close();
  expect(await Promise.allSettled(asked)).toMatchObject([
    { value: "OK" },
    { reason: new Error("bad") },
    { value: null },
    { value: "1" },
  ]);
  expect(await open(path).get("told")).toBe("1");
  await expect(records.get("told")).rejects.toThrow("not open");
});

it("lets who subscribed in this process hear what is published", async () => {
  const records = open();
  const heard = vi.fn<(channel: string, message: string) => void>();
  records.on("message", heard);
  expect(await records.publish("drafts", "lost")).toBe(0);
  await records.subscribe("drafts");
  expect(await records.publish("drafts", "one")).toBe(1);
  await expect.poll(() => heard.mock.calls).toEqual([["drafts", "one"]]);
});

it("lets other processes on the same file hear it, for as long as they listen", async () => {
  const path = newFile();
  const speaker = open(path);
  const listener = open(path).duplicate();
  const heard = vi.fn<(channel: string, message: string) => void>();
  listener.on("message", heard);
  await listener.subscribe("lines");
  expect(await speaker.pubsub("NUMSUB", "lines")).toEqual(["lines", 1]);
  expect(await speaker.publish("other", "lost")).toBe(0);
  const messages = ["one", "two\n", "z".repeat(200_000)];
  for (const message of messages) expect(await speaker.publish("lines", message)).toBe(1);
  await expect.poll(() => heard.mock.calls).toEqual(messages.map((message) => ["lines", message]));
  listener.disconnect();
  expect(await speaker.publish("lines", "lost")).toBe(0);
});

it("takes away what a process that was killed left of its listening", async () => {
  const path = newFile();
  const speaker = open(path);
  const killed = spawnSync(process.execPath, [
    "--eval",
    `require("node:net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`,
    join(folder, "lines@1.sock"),
  ]);
  expect(killed.signal).toBe("SIGKILL");
  await speaker.publish("lines", "lost");
  await expect.poll(() => speaker.publish("lines", "lost")).toBe(0);
});

it("leaves the file of a newer release as it is", () => {
  const path = newFile();
  open(path).close();
  opened.splice(0);
  const db = new DatabaseSync(path);
  db.exec("PRAGMA user_version = 2");
  db.close();
  expect(() => open(path)).toThrow("was written by a newer release of the bot: update this one.");
});

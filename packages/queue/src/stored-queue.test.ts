import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import type { Queue } from "./queue.ts";
import * as inRedis from "./redis/index.ts";
import * as inFile from "./sqlite/index.ts";
import type { StoredQueue } from "./stored-queue.ts";

const { url, missing } = await testRedis();
const redis = new Redis(url, { lazyConnect: true });
const dir = mkdtempSync(join(tmpdir(), "tgmem-stored-"));
beforeEach((context) => context.skip(missing, "no Redis"));
afterAll(() => {
  redis.disconnect();
  rmSync(dir, { recursive: true });
});

let names = 0;
const newName = () => `${randomPrefix().replaceAll(/[:{} ]/gu, "")}stored${++names}`;
const rulesOf = (name: string) => ({
  name,
  schema: { parse: String },
  handOff: true,
  maxAttempts: 3,
});

function newFile() {
  const db = inFile.openSqlite(join(dir, `${++names}.sqlite`));
  db.exec("PRAGMA synchronous = OFF");
  return db;
}

const lane = fc.constantFrom("chat:1", "chat:2", "a lane", "ü");
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("push" as const),
      lane,
      id: fc.integer({ min: 1, max: 40 }).map((n) => `id${n}`),
      body: fc.string(),
      delayMs: fc.constantFrom(0, 0, 0, 500_000),
    }),
  },
  fc.record({ does: fc.constantFrom("settle", "retry", "bury", "hold", "give", "leave") }),
  fc.record({ does: fc.constantFrom("pause", "resume"), lane }),
  fc.record({ does: fc.constantFrom("pauseList", "acknowledge", "discard") }),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(queue: Queue<string>, does: string): Promise<void> {
  const [taken] = await queue.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
  if (!taken || does === "give") return;
  const job = await queue.claim(taken.lane, taken.id, { leaseMs: 1_000 });
  const receipts = [job?.receipt ?? ""];
  if (does === "settle") await queue.settle(receipts);
  if (does === "retry") await queue.retry(receipts, { delayMs: 300_000, reason: "later" });
  if (does === "bury") await queue.bury(receipts, { reason: "no way" });
}

async function work(queue: Queue<string>, steps: readonly Step[]) {
  for (const one of steps) {
    if ("id" in one) await queue.push([one]);
    else if ("lane" in one) await queue[one.does === "pause" ? "pause" : "resume"](one.lane);
    else if (one.does === "pauseList") await queue.pauseList();
    else if (one.does === "acknowledge") await queue.acknowledge(2);
    else if (one.does === "discard") await queue.discard([1]);
    else await take(queue, one.does);
  }
}

it("goes whole from a file to Redis and back: jobs in their order, times, attempts, dead letters, ids and pauses", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const name = newName();
      const [from, to] = [newFile(), newFile()];
      const queue = inFile.sqliteQueue(from, rulesOf(name));
      await work(queue, steps);
      const before = inFile.dumpQueue(from, name);
      await inRedis.loadQueue(redis, name, before);
      const there = inRedis.redisQueue(redis, rulesOf(name));
      expect(await there.repair()).toMatchObject({ mended: false, depthCorrectedBy: 0 });
      const between = await inRedis.dumpQueue(redis, name);
      expect(between).toEqual(atRest(before));
      inFile.loadQueue(to, name, between);
      expect(inFile.dumpQueue(to, name)).toEqual(atRest(before));
      const back = inFile.sqliteQueue(to, rulesOf(name));
      const { oldestMs: _, ...stats } = await back.stats();
      const { oldestMs: __, ...others } = await there.stats();
      expect(stats).toEqual(others);
      await Promise.all([queue, there, back].map((one) => one.close()));
      from.close();
      to.close();
      const keys = await redis.keys(`q:{${name}}:*`);
      if (keys.length > 0) await redis.del(...keys);
    }),
    { numRuns: 60 },
  );
});

/** What was in flight stands among the lanes that wait, which are sorted by their time. */
function atRest({ lanes, ...rest }: StoredQueue): StoredQueue {
  const ready = lanes.filter(({ head }) => !head);
  const due = lanes.filter(({ head }) => head !== undefined);
  const at = ({ head }: (typeof due)[number]) => head?.dueMs ?? 0;
  const sorted = due.toSorted((a, b) =>
    at(a) === at(b) ? (a.lane < b.lane ? -1 : 1) : at(a) - at(b),
  );
  return { lanes: [...ready, ...sorted], ...rest };
}

it("hands out in Redis what waited in a file, in its order, and drops what is pushed again", async () => {
  const name = newName();
  const db = newFile();
  const queue = inFile.sqliteQueue(db, rulesOf(name));
  await queue.push(
    Array.from({ length: 20 }, (_, n) => ({ id: `i${n}`, lane: `lane ${n % 4}`, body: `${n}` })),
  );
  await inRedis.loadQueue(redis, name, inFile.dumpQueue(db, name));
  const there = inRedis.redisQueue(redis, rulesOf(name));
  expect(await there.push([{ id: "i3", lane: "lane 3", body: "3" }])).toEqual(["i3"]);
  const bodies: string[] = [];
  for (;;) {
    const jobs = await there.take({ max: 9, leaseMs: 1_000, waitMs: 0 });
    bodies.push(...jobs.map(({ body }) => body));
    if (jobs.length === 0) break;
    await there.settle(jobs.map(({ receipt }) => receipt));
  }
  expect(bodies).toEqual(Array.from({ length: 20 }, (_, n) => `${n}`));
  await there.close();
  await queue.close();
  db.close();
});

it("counts a lease whose holder never said a word, and none that was only handed off", async () => {
  const name = newName();
  const db = newFile();
  const queue = inFile.sqliteQueue(db, rulesOf(name));
  const jobs = ["claimed", "handed off"].map((job, n) => ({
    id: `${n + 1}`,
    lane: job,
    body: job,
  }));
  await queue.push(jobs);
  await queue.take({ max: 2, leaseMs: 60_000, waitMs: 0 });
  await queue.claim("claimed", "1", { leaseMs: 60_000 });
  const heads = inFile.dumpQueue(db, name).lanes.map(({ lane: of, head }) => [of, head]);
  expect(Object.fromEntries(heads)).toEqual({
    claimed: { attempt: 0, ended: 1, dueMs: 0 },
    "handed off": { attempt: 0, ended: 0, dueMs: 0 },
  });
  await queue.close();
  db.close();
});

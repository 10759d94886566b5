import {
  closeSync,
  mkdirSync,
  openSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { until } from "@tgmem/processes";
import { expect, it, onTestFinished } from "vitest";
import { folder } from "./folder.kit.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqliteQueue, type SqliteQueueOptions } from "./sqlite-queue.ts";

function open(path: string, options: Partial<SqliteQueueOptions<string>> = {}) {
  const db = openSqlite(path);
  onTestFinished(() => {
    if (db.isOpen) db.close();
  });
  const queue = sqliteQueue(db, { name: "q", schema: { parse: String }, ...options });
  onTestFinished(() => queue.close());
  return { db, queue };
}
const inFolder = () => join(folder(), "jobs.sqlite");
const job = (id: string, body = "text") => ({ id, lane: "a", body });
const take = { max: 9, leaseMs: 60_000, waitMs: 0 };

/** The error of what throws. */
function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it("keeps everything for the next process, readable by its owner alone", async () => {
  const path = inFolder();
  const first = open(path);
  await first.queue.push([job("1"), job("2")]);
  const [held] = await first.queue.take(take);
  await first.queue.pause("b");
  await first.queue.close();
  first.db.close();
  const { queue } = open(path);
  expect(await queue.push([job("2")])).toEqual(["2"]);
  expect(await queue.stats()).toMatchObject({ depth: 2, inFlight: 1, paused: 1 });
  expect(await queue.settle([held?.receipt ?? ""])).toEqual(["done"]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("writes what is asked within a few turns of the event loop, of all queues of the file, in one transaction", async () => {
  const { db, queue } = open(inFolder());
  const other = sqliteQueue(db, { name: "other", schema: { parse: String } });
  await Promise.all([queue, other].map((list) => list.push([job("first")])));
  const exec = db.exec.bind(db);
  let transactions = 0;
  db.exec = (sql) => {
    if (sql === "BEGIN IMMEDIATE") transactions++;
    exec(sql);
  };
  const later = async (list: typeof queue, turnsLater: number) => {
    for (let n = 0; n < turnsLater; n++) await setImmediate();
    return list.push([job(`${turnsLater}`)]);
  };
  await Promise.all([later(queue, 0), later(other, 2), later(queue, 4)]);
  expect(transactions).toBe(1);
});

it("keeps several queues of one file apart", async () => {
  const { db, queue } = open(inFolder());
  const other = sqliteQueue(db, { name: "other", schema: { parse: String } });
  await Promise.all([queue.push([job("1")]), other.push([job("1")])]);
  expect(await queue.take(take)).toHaveLength(1);
  expect(await other.stats()).toMatchObject({ depth: 1, inFlight: 0 });
  await other.close();
});

it("says of a file that is no database, in one sentence, that it is none", () => {
  const path = inFolder();
  writeFileSync(path, "this is no database, but long enough to look at. ".repeat(50));
  expect(errorOf(() => openSqlite(path))).toMatchObject({
    code: "store_unsupported",
    retryable: false,
    message: `The file \`${path}\` is damaged, or no SQLite file: restore it from a copy, or name another one.`,
  });
});

it("says of a folder that is not there what to do", () => {
  expect(errorOf(() => openSqlite(join(folder(), "none", "jobs.sqlite")))).toMatchObject({
    code: "store_unavailable",
    retryable: true,
    message: expect.stringMatching(/could not be opened: make sure that its folder exists/),
  });
});

it("says of the database of another program that it is one, and changes nothing", () => {
  for (const sql of ["CREATE TABLE shop (item)", "PRAGMA application_id = 7"]) {
    const path = inFolder();
    const foreign = new DatabaseSync(path);
    foreign.exec(sql);
    expect(errorOf(() => open(path))).toMatchObject({
      code: "store_unsupported",
      message: expect.stringMatching(/a database of another program: give the queue a file/),
    });
    const tables = "SELECT name FROM sqlite_schema WHERE name LIKE 'tgmem%'";
    expect(foreign.prepare(tables).all()).toEqual([]);
    foreign.close();
  }
});

it("says of a file of a newer release that this one is to be updated, and changes nothing", () => {
  const path = inFolder();
  open(path).db.exec("UPDATE tgmem_queue_version SET version = 2");
  expect(errorOf(() => open(path, { name: "another" }))).toMatchObject({
    code: "store_unsupported",
    message: expect.stringMatching(/newer release \(version 2 .* this one knows 1\): update/),
  });
});

it("says of a damaged file that it is damaged", async () => {
  const path = inFolder();
  const { db, queue } = open(path);
  for (let n = 0; n < 20; n++) await queue.push([job(`${n}`, "text ".repeat(500))]);
  await queue.close();
  db.close();
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(statSync(path).size - 4_096, 0xee), 0, undefined, 4_096);
  closeSync(file);
  const work = async () => open(path).queue.take(take);
  await expect(work()).rejects.toMatchObject({
    code: "store_unsupported",
    retryable: false,
    message: expect.stringMatching(/is damaged/),
  });
});

it("refuses a journal that keeps what was deleted", () => {
  const db = openSqlite(inFolder());
  onTestFinished(() => db.close());
  db.exec("PRAGMA journal_mode = WAL");
  expect(errorOf(() => sqliteQueue(db, { name: "q", schema: { parse: String } }))).toMatchObject({
    code: "invalid_argument",
  });
});

it("refuses pushes at a full disk whole, and goes on with what it has", async () => {
  const { db, queue } = open(inFolder());
  await queue.push([job("1")]);
  const { page_count: pages } = { ...db.prepare("PRAGMA page_count").get() };
  db.exec(`PRAGMA max_page_count = ${Number(pages) + 2}`);
  const large = "x".repeat(50_000);
  await expect(queue.push([job("2"), job("3", large)])).rejects.toMatchObject({
    code: "queue_full",
    retryable: true,
  });
  const [taken] = await queue.take(take);
  expect(await queue.settle([taken?.receipt ?? ""])).toEqual(["done"]);
  expect((await queue.stats()).depth).toBe(0);
  db.exec("PRAGMA max_page_count = 1000000");
  expect(await queue.push([job("2"), job("3", large)])).toEqual([]);
});

it("fails nobody's call for the sake of a neighbour's that cannot be carried out", async () => {
  const { db, queue } = open(inFolder());
  const { page_count: pages } = { ...db.prepare("PRAGMA page_count").get() };
  db.exec(`PRAGMA max_page_count = ${Number(pages) + 4}`);
  const other = sqliteQueue(db, { name: "other", schema: { parse: String } });
  const [small, large] = await Promise.allSettled([
    queue.push([job("1")]),
    other.push([job("1", "x".repeat(50_000))]),
  ]);
  expect([small.status, large.status]).toEqual(["fulfilled", "rejected"]);
  await other.close();
});

it("waits with what holds jobs until the disk works again, and tells of it once; producers hear it at once", async () => {
  const path = inFolder();
  const told: Error[] = [];
  const { queue } = open(path, { onError: (error) => void told.push(error) });
  await queue.push([job("1")]);
  const [taken] = await queue.take(take);
  // No journal can be written where a folder is called like it.
  const journal = `${path}-journal`;
  rmSync(journal);
  mkdirSync(journal);
  const settled = queue.settle([taken?.receipt ?? ""]);
  await expect(queue.push([job("2")])).rejects.toMatchObject({ code: "store_unavailable" });
  await until(async () => told.length > 0);
  rmdirSync(journal);
  expect(await settled).toEqual(["done"]);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ code: "store_unavailable" });
});

it("goes on where another process holds the lock, and gives up at the deadline of the call", async () => {
  const path = inFolder();
  const { queue } = open(path, { callTimeoutMs: 100 });
  const { queue: patient } = open(path);
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  other.exec("BEGIN IMMEDIATE");
  await expect(queue.push([job("1")])).rejects.toMatchObject({ code: "store_unavailable" });
  const pushed = patient.push([job("2")]);
  other.exec("COMMIT");
  expect(await pushed).toEqual([]);
});

it("wakes who waits for what another process pushes", async () => {
  const path = inFolder();
  const { queue } = open(path);
  const taken = queue.take({ max: 1, leaseMs: 1_000, waitMs: 600_000 });
  // It has found nothing, has looked again and sleeps: these are answered in the order in which they are asked.
  for (let asked = 0; asked < 5; asked++) await queue.stats();
  await open(path).queue.push([job("1")]);
  expect((await taken).map(({ id }) => id)).toEqual(["1"]);
});

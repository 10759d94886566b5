import { join } from "node:path";
import { expect, it } from "vitest";
import { queueRules } from "../arguments.ts";
import { MemoryTables } from "../in-memory/memory-tables.ts";
import { Lanes } from "../lanes/lanes.ts";
import { storeOnLanes } from "../lanes/store-on-lanes.ts";
import { folder } from "./folder.kit.ts";
import { openSqlite } from "./open-sqlite.ts";
import { freeBytesOf, reservedBytes, withReserve } from "./reserve.ts";
import { sqliteQueue } from "./sqlite-queue.ts";

const run = async <R>(work: () => R): Promise<R> => work();

it("leaves the last room of a disk to what settles", async () => {
  let free = reservedBytes;
  const rules = queueRules({ name: "q" });
  const ground = { once: run, untilDone: run, now: Date.now, unique: () => "m" };
  const lanes = storeOnLanes(new Lanes(rules, new MemoryTables()), rules, ground);
  const store = withReserve(lanes, "q", () => free);
  const entry = { id: "1", lane: "a", json: "1", aliases: [], delayMs: 0 };
  expect(await store.push([entry])).toEqual([]);
  free = reservedBytes - 1;
  const refusal = { code: "queue_full", retryable: true };
  await expect(store.push([{ ...entry, id: "2" }])).rejects.toMatchObject(refusal);
  await expect(store.replay([1])).rejects.toMatchObject(refusal);
  const { entries } = await store.take({ max: 1, leaseMs: 1_000 });
  expect(await store.finish(entries, { op: "settle", ms: 0, reason: "" })).toEqual(["done"]);
});

it("counts the room of ended jobs in the file where the disk has little", async () => {
  const db = openSqlite(join(folder(), "jobs.sqlite"));
  const queue = sqliteQueue(db, { name: "q", schema: { parse: String } });
  const inFile = freeBytesOf(db, () => 1);
  const before = inFile();
  await queue.push([{ id: "1", lane: "a", body: "x".repeat(100_000) }]);
  const [taken] = await queue.take({ max: 1, leaseMs: 1_000 });
  expect(inFile()).toBe(before);
  await queue.settle([taken?.receipt ?? ""]);
  expect(inFile()).toBeGreaterThan(before + 100_000);
  await queue.close();
  db.close();
});

it("knows of no limit where there is no file", () => {
  const db = openSqlite(":memory:");
  expect(freeBytesOf(db)()).toBe(Infinity);
  db.close();
});

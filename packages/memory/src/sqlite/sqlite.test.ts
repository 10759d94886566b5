import { afterAll, describe, it } from "vitest";
import { archiveContract, windowStoreContract } from "../testing/index.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqliteArchive } from "./sqlite-archive.ts";
import { sqliteStore } from "./sqlite-store.ts";

const db = openSqlite(":memory:");
afterAll(() => db.close());

describe("the SQLite store", () => {
  for (const { title, run } of windowStoreContract({
    create: async (limits) => sqliteStore(db, limits),
  })) {
    it(title, run);
  }
});

describe("the SQLite archive", () => {
  for (const { title, run } of archiveContract({ create: async () => sqliteArchive(db) })) {
    it(title, run);
  }
});

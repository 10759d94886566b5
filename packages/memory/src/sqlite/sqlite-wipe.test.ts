import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { createMemory } from "../create-memory.ts";
import { archiveRecord } from "../testing/index.ts";
import { turn } from "../testing/store-kit.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqliteArchive } from "./sqlite-archive.ts";
import { sqliteStore } from "./sqlite-store.ts";

function fileOf(): string {
  const dir = mkdtempSync(join(tmpdir(), "tgmem-sqlite-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, "memory.sqlite");
}

function open(file: string): DatabaseSync {
  const db = openSqlite(file);
  onTestFinished(() => {
    if (db.isOpen) db.close();
  });
  return db;
}

/** Counts how often the whole file is rewritten. */
function rewrites(db: DatabaseSync): () => number {
  const exec = db.exec.bind(db);
  let count = 0;
  db.exec = (sql) => {
    if (sql.includes("VACUUM")) count++;
    exec(sql);
  };
  return () => count;
}

describe("a forget", () => {
  it("rewrites a file of store and archive once, and not again when it is repeated", async () => {
    const file = fileOf();
    const db = open(file);
    const archive = sqliteArchive(db);
    const store = sqliteStore(db);
    const memory = createMemory({ store, archive });
    await store.commit("42", turn("t1", { user: "my-secret" }));
    await archive.save("42", archiveRecord({ summary: "my-secret" }), { expectVersion: 0 });
    const count = rewrites(db);
    await memory.chat("42").forget({ requestId: "r1" });
    expect(count()).toBe(1);
    expect(await archive.load("42")).toBeNull();
    expect(readFileSync(file).includes("my-secret")).toBe(false);
    await memory.chat("42").forget({ requestId: "r1" });
    expect(count()).toBe(1);
  });

  it("leaves what the archive has of the epoch that begins", async () => {
    const db = open(fileOf());
    const archive = sqliteArchive(db);
    const store = sqliteStore(db);
    const record = archiveRecord({ epoch: Date.now() + 86_400_000 });
    await archive.save("42", record, { expectVersion: 0 });
    await store.forget("42", "r1");
    expect(await archive.load("42")).toEqual(record);
  });

  it("is finished by the next one, of whatever chat, when the file could not be rewritten", async () => {
    const file = fileOf();
    const db = open(file);
    const archive = sqliteArchive(db);
    const store = sqliteStore(db);
    await store.commit("42", turn("t1", { user: "my-secret" }));
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      if (sql.includes("VACUUM")) throw new Error("database or disk is full");
      exec(sql);
    };
    await expect(store.forget("42", "r1")).rejects.toMatchObject({ retryable: true });
    db.exec = exec;
    const count = rewrites(db);
    await archive.erase("43", { epoch: 1 });
    expect(count()).toBe(1);
    expect(await store.forget("42", "r1")).toMatchObject({ unchanged: true });
    expect(count()).toBe(1);
  });
});

describe("a damaged file", () => {
  it("is not worth another try", async () => {
    const file = fileOf();
    const db = open(file);
    const store = sqliteStore(db);
    const archive = sqliteArchive(db);
    for (let n = 0; n < 50; n++) await store.commit("42", turn(`t${n}`, { user: "x".repeat(500) }));
    db.close();
    const handle = openSync(file, "r+");
    for (let page = 1; page < 20; page++)
      writeSync(handle, Buffer.alloc(2_000, 0xab), 0, 2_000, page * 4_096);
    closeSync(handle);
    const damaged = openSqlite(file);
    onTestFinished(() => damaged.close());
    expect(archive).toBeDefined();
    const attempt = async () => sqliteStore(damaged).begin("42", "");
    await expect(attempt()).rejects.toMatchObject({ code: "store_unavailable", retryable: false });
  });

  it("is told from a folder that is missing", () => {
    const file = fileOf();
    writeFileSync(file, "no database ".repeat(200));
    const expected = { code: "store_unavailable" };
    expect(() => openSqlite(file)).toThrowError(
      expect.objectContaining({ ...expected, retryable: false }),
    );
    expect(() => openSqlite(join(file, "nowhere", "x"))).toThrowError(
      expect.objectContaining({ ...expected, retryable: true }),
    );
  });
});

it("overwrites no summary of a newer version, in the store or in the archive", async () => {
  const db = open(fileOf());
  const store = sqliteStore(db);
  const archive = sqliteArchive(db);
  await store.commit("42", turn("t1"));
  await store.apply("42", { ...(await store.begin("42", "")), to: 1, summary: "One." });
  await archive.save("42", archiveRecord(), { expectVersion: 0 });
  const newer = '{"v":2,"text":"One."}';
  for (const table of ["tgmem_person", "tgmem_archive"])
    db.prepare(`UPDATE ${table} SET summary = ?`).run(newer);
  await store.commit("42", turn("t2"));
  expect(await store.begin("42", "")).toMatchObject({ summary: null, newerSummary: true, seq: 2 });
  const refused = { code: "archive_unavailable", retryable: false };
  await expect(archive.load("42")).rejects.toMatchObject(refused);
  const next = archiveRecord({ version: 2 });
  await expect(archive.save("42", next, { expectVersion: 1 })).rejects.toMatchObject(refused);
  for (const table of ["tgmem_person", "tgmem_archive"])
    expect(db.prepare(`SELECT summary FROM ${table}`).get()).toEqual({ summary: newer });
});

it("says that a summary cannot be read, and takes the archive's text for it when it is told to", async () => {
  const db = open(fileOf());
  const store = sqliteStore(db);
  await store.commit("42", turn("t1"));
  await store.apply("42", { ...(await store.begin("42", "")), to: 1, summary: "One." });
  db.exec("UPDATE tgmem_person SET summary = 'not a summary'");
  const state = await store.begin("42", "");
  expect(state).toMatchObject({ summary: null, unreadableSummary: true, version: 1 });
  const record = { ...state, coversThrough: 1, summary: "One, again." };
  expect(await store.hydrate("42", record)).toBe("not_newer");
  expect(await store.hydrate("42", record, { replace: true })).toBe("hydrated");
  expect((await store.begin("42", "")).summary).toBe("One, again.");
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";
import type { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { archiveRecord } from "../testing/index.ts";
import { turn } from "../testing/store-kit.ts";
import { groupCommit } from "./group-commit.ts";
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
  onTestFinished(() => db.close());
  return db;
}

/** Counts the transactions that were begun to write. */
function transactions(db: DatabaseSync): () => number {
  const exec = db.exec.bind(db);
  let count = 0;
  db.exec = (sql) => {
    if (sql === "BEGIN IMMEDIATE") count++;
    exec(sql);
  };
  return () => count;
}

const chats = Array.from({ length: 20 }, (_, index) => String(index));

it("commits what store and archive of a file are asked for at once in one transaction, and what comes later in another", async () => {
  const db = open(fileOf());
  const store = sqliteStore(db);
  const archive = sqliteArchive(db);
  const count = transactions(db);
  await Promise.all([
    ...chats.map((chat) => store.commit(chat, turn("t1"))),
    archive.save("42", archiveRecord(), { expectVersion: 0 }),
  ]);
  expect(count()).toBe(1);
  for (const chat of chats) expect((await store.begin(chat, "t1")).seen).toBe(1);
  expect(await archive.load("42")).not.toBeNull();
  await store.commit("42", turn("t2"));
  expect(count()).toBe(2);
});

it("commits what is asked for within a few turns of the event loop in one transaction", async () => {
  const db = open(fileOf());
  const store = sqliteStore(db);
  const count = transactions(db);
  const later = async (chat: string, turnsLater: number) => {
    for (let n = 0; n < turnsLater; n++) await setImmediate();
    await store.commit(chat, turn("t1"));
  };
  await Promise.all(chats.slice(0, 5).map(later));
  expect(count()).toBe(1);
});

it("writes nothing of a work that throws, and everything of those beside it", async () => {
  const db = open(fileOf());
  db.exec("CREATE TABLE word (word TEXT)");
  const write = groupCommit(db);
  const insert = db.prepare("INSERT INTO word VALUES (?)");
  const works = ["one", "two", "three"].map((word) => () => {
    insert.run(word);
    if (word === "two") throw new Error("two");
    return word;
  });
  const ends = await Promise.allSettled(works.map(write));
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(ends[2]).toMatchObject({ value: "three" });
  expect(db.prepare("SELECT word FROM word").all()).toEqual([{ word: "one" }, { word: "three" }]);
});

it("waits once for a file that is locked, and refuses all who wait, so that each can try again", async () => {
  const file = fileOf();
  const db = open(file);
  const store = sqliteStore(db);
  db.exec("PRAGMA busy_timeout = 10");
  const count = transactions(db);
  const other = open(file);
  other.exec("BEGIN IMMEDIATE");
  const commits = () => Promise.allSettled(chats.map((chat) => store.commit(chat, turn("t1"))));
  for (const end of await commits())
    expect(end).toMatchObject({ reason: { code: "store_unavailable", retryable: true } });
  expect(count()).toBe(1);
  other.exec("COMMIT");
  for (const end of await commits()) expect(end).toMatchObject({ value: { seq: 1 } });
});

it("has every turn that it said was committed, whenever the process is killed", async () => {
  const file = fileOf();
  const source = `
    import { writeSync } from "node:fs";
    import { openSqlite, sqliteStore } from ${JSON.stringify(new URL("index.ts", import.meta.url).href)};
    const store = sqliteStore(openSqlite(process.argv[1]));
    await Promise.all(${JSON.stringify(chats)}.map(async (chat) => {
      for (let n = 1; ; n++) {
        await store.commit(chat, { turnId: "t" + n, user: "hi", assistant: "ok", epoch: 0 });
        writeSync(1, chat + " " + n + "\\n");
      }
    }));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = new Map<string, number>();
  let count = 0;
  const closed = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) {
    const [chat = "", n] = line.split(" ");
    said.set(chat, Number(n));
    if (++count === 500) child.kill("SIGKILL");
  }
  await closed;
  const store = sqliteStore(open(file));
  for (const chat of chats)
    expect((await store.begin(chat, "")).seq).toBeGreaterThanOrEqual(said.get(chat) ?? 0);
  expect(said.size).toBe(chats.length);
});

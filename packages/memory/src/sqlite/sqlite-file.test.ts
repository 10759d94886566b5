import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { createMemory } from "../create-memory.ts";
import { cannedSummarizer } from "../testing/index.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqliteArchive } from "./sqlite-archive.ts";
import { sqliteStore } from "./sqlite-store.ts";

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "tgmem-sqlite-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function open(dir: string) {
  const db = openSqlite(join(dir, "memory.sqlite"));
  onTestFinished(() => {
    if (db.isOpen) db.close();
  });
  return db;
}

/** The files that hold the word, byte by byte. */
const filesWith = (dir: string, word: string) =>
  readdirSync(dir).filter((name) => readFileSync(join(dir, name)).includes(word));

/** The same numbers in every run. */
function randomBelow(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/**
 * The store has to wipe the file by itself: where there is an archive in the same file, that one would do it for both.
 */
async function forgetWhatWasWritten({ archived }: { readonly archived: boolean }): Promise<void> {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const random = randomBelow(seed);
    const dir = folder();
    const db = open(dir);
    // Not waiting for the disk changes no byte of the file, and makes the test fast.
    db.exec("PRAGMA synchronous = OFF");
    const people = Array.from({ length: 10 }, (_, index) => `person-${index}`);
    const wordOf = new Map(people.map((chat) => [chat, `secret-${seed}-${chat}-0-`]));
    const summarizer = cannedSummarizer(({ turns }) => turns.at(-1)?.user.slice(0, 150) ?? "");
    const memory = createMemory({
      store: sqliteStore(db, { window: 4 }),
      ...(archived && { archive: sqliteArchive(db) }),
      summarizer,
      policy: { summarizeEvery: 4 },
    });
    let forgotten = 0;
    for (let n = 0; n < 220; n++) {
      const chat = people[random(people.length)] ?? "";
      const word = wordOf.get(chat) ?? "";
      const text = Array.from(
        { length: 1 + random(random(4) === 0 ? 300 : 20) },
        () => `${word}${random(1e6)}`,
      ).join(" ");
      const turn = await memory.open(chat, { turnId: `turn-${n}` });
      const done = await turn.commit({ user: text, assistant: text });
      if (done.status === "committed" && done.due) await memory.summarize(chat);
      if (random(3) === 0) {
        const revision = await memory.revise(chat, { turnId: `turn-${n}`, editId: `edit-${n}` });
        await revision.amend({ text: text.slice(0, 1 + random(text.length - 1)) });
      }
      if (random(12) !== 0) continue;
      expect(filesWith(dir, word)).toEqual(["memory.sqlite"]);
      await memory.chat(chat).forget({ requestId: `request-${n}` });
      expect(filesWith(dir, word)).toEqual([]);
      wordOf.set(chat, `secret-${seed}-${chat}-${++forgotten}-`);
    }
    db.close();
    const [chat = ""] = people;
    const reopened = open(dir);
    await sqliteStore(reopened).forget(chat, "last");
    if (archived) await sqliteArchive(reopened).erase(chat, { epoch: Date.now() });
    reopened.close();
    expect(filesWith(dir, wordOf.get(chat) ?? "")).toEqual([]);
  }
}

for (const archived of [true, false]) {
  const where = archived ? "of store and archive" : "of a store alone";
  it(`leaves no word of a forgotten person in any file ${where}, whatever was written before`, () =>
    forgetWhatWasWritten({ archived }));
}

it("finishes a forget that another process kept from the file when it is asked again", async () => {
  const dir = folder();
  const db = open(dir);
  db.exec("PRAGMA busy_timeout = 10");
  const store = sqliteStore(db);
  await store.commit("42", { turnId: "t1", user: "my-secret", assistant: "ok", epoch: 0 });
  const other = open(dir);
  other.exec("BEGIN; SELECT * FROM tgmem_turn");
  other.prepare("SELECT * FROM tgmem_turn").all();
  await expect(store.forget("42", "r1")).rejects.toMatchObject({ code: "store_unavailable" });
  other.exec("COMMIT");
  await store.forget("42", "r1");
  expect(filesWith(dir, "my-secret")).toEqual([]);
});

it("survives a restart", async () => {
  const dir = folder();
  const first = open(dir);
  const summarizer = cannedSummarizer("Anna lives in Lisbon.");
  const before = createMemory({
    store: sqliteStore(first),
    archive: sqliteArchive(first),
    summarizer,
  });
  await (await before.open("42", { turnId: "t1" })).commit({ user: "hi", assistant: "hello" });
  await before.summarize("42");
  await (await before.open("42", { turnId: "t2" })).commit({ user: "how?", assistant: "well" });
  first.close();
  const second = open(dir);
  const turn = await createMemory({ store: sqliteStore(second) }).open("42", { turnId: "t2" });
  expect(turn).toMatchObject({ summary: "Anna lives in Lisbon.", pending: 1, replay: "well" });
  expect(turn.window.map(({ user }) => user)).toEqual(["hi", "how?"]);
  expect(await sqliteArchive(second).load("42")).toMatchObject({ version: 1, coversThrough: 1 });
});

it("loses no turn of several processes that write one file", async () => {
  const dir = folder();
  const db = open(dir);
  const source = `
    import { openSqlite, sqliteStore } from ${JSON.stringify(new URL("index.ts", import.meta.url).href)};
    const [, path, name] = process.argv;
    let db;
    // A busy machine may keep the lock from a process for longer than the busy timeout: the promise is about turns.
    while (!db) try { db = openSqlite(path); } catch {}
    db.exec("PRAGMA busy_timeout = 60000; PRAGMA synchronous = OFF");
    const store = sqliteStore(db);
    for (let n = 0; n < 60; n++) await store.commit("42", { turnId: name + n, user: name, assistant: "ok", epoch: 0 });`;
  const run = promisify(execFile);
  const writers = ["a", "b", "c", "d"].map((name) =>
    run(process.execPath, ["--input-type=module", "-e", source, join(dir, "memory.sqlite"), name]),
  );
  await Promise.all(writers);
  const state = await sqliteStore(db).begin("42", "");
  expect(state.seq).toBe(240);
  expect(new Set(state.turns.map(({ turnId }) => turnId)).size).toBe(200);
  expect(state.dropped).toBe(40);
});

it("refuses a journal that would keep what was deleted", () => {
  const dir = folder();
  for (const mode of ["WAL", "PERSIST"]) {
    const db = new DatabaseSync(join(dir, `${mode}.sqlite`));
    db.exec(`PRAGMA journal_mode = ${mode}`);
    expect(() => sqliteStore(db)).toThrowError(
      expect.objectContaining({ code: "invalid_argument" }),
    );
    expect(() => sqliteArchive(db)).toThrowError(
      expect.objectContaining({ code: "invalid_argument" }),
    );
    db.close();
  }
});

it("keeps a new file from other users of the machine", () => {
  const dir = folder();
  open(dir);
  expect(statSync(join(dir, "memory.sqlite")).mode & 0o777).toBe(0o600);
});

it.each([
  ["no such folder", (dir: string) => join(dir, "missing", "memory.sqlite"), /make it\.$/u],
  ["a folder in its place", (dir: string) => dir, /name a file\.$/u],
])("says what to do about %s, with the path", (_what, pathIn, said) => {
  const path = pathIn(folder());
  const opened = () => openSqlite(path);
  expect(opened).toThrowError(expect.objectContaining({ code: "store_unavailable" }));
  expect(opened).toThrowError(path);
  expect(opened).toThrowError(said);
});

it.each([
  ["a full disk", "PRAGMA max_page_count = 1", /its disk is full: make room/u],
  ["a file that may not be written", "PRAGMA query_only = ON", /may not be written/u],
])("says what to do about %s where its tables cannot be made", (_what, pragma, said) => {
  const db = open(folder());
  db.exec(pragma);
  for (const made of [() => sqliteStore(db), () => sqliteArchive(db)]) {
    expect(made).toThrowError(expect.objectContaining({ name: "MemoryError", retryable: true }));
    expect(made).toThrowError(said);
  }
});

it("says that the file could not be used, so that the call can be repeated", async () => {
  const db = open(folder());
  const store = sqliteStore(db);
  const archive = sqliteArchive(db);
  db.close();
  await expect(store.begin("42", "t")).rejects.toMatchObject({
    code: "store_unavailable",
    retryable: true,
  });
  await expect(archive.load("42")).rejects.toMatchObject({
    code: "archive_unavailable",
    retryable: true,
  });
});

it("skips a turn that cannot be read, and forgets ids after their time", async () => {
  const db = open(folder());
  let nowMs = 1_000;
  const store = sqliteStore(db, { now: () => nowMs, keepIdsMs: 500, cap: 60 });
  const say = (turnId: string) =>
    store.commit("42", { turnId, user: "hi", assistant: "ok", epoch: 0 });
  await say("t1");
  await say("t2");
  db.exec("UPDATE tgmem_turn SET payload = '{' WHERE seq = 1");
  const state = await store.begin("42", "t1");
  expect(state).toMatchObject({ unreadable: 1, seen: 1, turns: [{ turnId: "t2" }] });
  db.exec(`UPDATE tgmem_turn SET payload = '{"v":3}' WHERE seq = 1`);
  expect(await store.begin("42", "t1")).toMatchObject({ unreadable: 1, newerTurns: [1] });
  nowMs = 2_000;
  for (let n = 3; n <= 50; n++) await say(`t${n}`);
  expect((await store.begin("42", "t1")).seen).toBeNull();
  expect((await store.begin("42", "t50")).seen).toBe(50);
});

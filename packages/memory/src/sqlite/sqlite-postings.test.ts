import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { recallIndex } from "../recall/create-recall-index.ts";
import { recallContract } from "../testing/index.ts";
import { add, dayMs, found, said } from "../testing/recall-kit.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqlitePostings } from "./sqlite-postings.ts";
import { sqliteStore } from "./sqlite-store.ts";

const folder = mkdtempSync(join(tmpdir(), "tgmem-recall-"));
const db = openSqlite(":memory:");
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

describe("a recall index in SQLite", () => {
  for (const { title, run } of recallContract({
    create: async (limits) => sqlitePostings(db, limits),
  }))
    it(title, run);

  it("keeps no more rows of a common term than it reads", async () => {
    const own = openSqlite(":memory:");
    const store = sqlitePostings(own, { maxPostings: 200 });
    for (let n = 0; n < 200; n++)
      await add(
        store,
        "common",
        Array.from({ length: 10 }, (_, at) => said(`t${n}.${at}`, "zebra")),
      );
    const rows = own.prepare("SELECT count(*) AS n FROM tgmem_recall_term WHERE term = 'zebra'");
    expect(Number(rows.get()?.["n"])).toBeLessThanOrEqual(4);
    own.close();
  });

  it("remembers nothing of turns that are broken off in the middle", async () => {
    const own = openSqlite(":memory:");
    const store = sqlitePostings(own);
    await add(store, "whole", [said("first", "zebra")]);
    own.exec(`CREATE TRIGGER refuse BEFORE INSERT ON tgmem_recall_turn WHEN NEW.turn_id = 'b'
      BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    const turns = [said("a", "zebra"), said("b", "zebra")];
    await expect(add(store, "whole", turns)).rejects.toThrow();
    own.exec("DROP TRIGGER refuse");
    expect(await found(store, "whole", "zebra")).toEqual(["first"]);
    await add(store, "whole", turns);
    expect(await found(store, "whole", "zebra")).toEqual(["first", "a", "b"]);
    own.close();
  });
});

/**
 * A file with much of what one chat said, and something of another one. They write in turn, so that rows are moved between
 * pages: copies of them stay in the unused part of a page until the whole file is rewritten.
 */
async function filled(name: string) {
  const path = join(folder, name);
  const file = openSqlite(path);
  const store = sqliteStore(file);
  const postings = sqlitePostings(file);
  const long = "Long text here. ".repeat(2);
  for (let n = 0; n < 300; n += 5) {
    const numbers = Array.from({ length: 5 }, (_, at) => n + at);
    const secrets = numbers.map((at) =>
      said(`secretid${at}`, `My secret is xylophone${at}. ${long}`),
    );
    await add(postings, "42", secrets);
    await add(
      postings,
      "43",
      numbers.map((at) => said(`o${at}`, `Other ${at}. `.repeat(2))),
    );
  }
  await add(postings, "43", [said("other", "A harpsichord.", "Noted.", dayMs)]);
  expect(readFileSync(path).includes("xyloph")).toBe(true);
  const traces = () => ["xyloph", "secretid"].filter((trace) => readFileSync(path).includes(trace));
  return { file, store, postings, traces };
}

describe("a file of SQLite", () => {
  it("holds no byte of what a forgotten chat said", async () => {
    const { file, postings, traces } = await filled("recall.db");
    await postings.forget("42", 1);
    expect(traces()).toEqual([]);
    expect(await found(postings, "43", "harpsichord")).toEqual(["other"]);
    file.close();
  });

  it("is rid of it also where each turn had been erased before", async () => {
    const { file, postings, traces } = await filled("undone.db");
    const index = recallIndex(postings);
    for (let n = 0; n < 300; n++) {
      const erased = { turnId: `secretid${n}`, atMs: 0, user: "", assistant: "" };
      await index.replace("42", erased, { epoch: 0 });
    }
    expect(traces()).not.toEqual([]);
    await postings.forget("42", 1);
    expect(traces()).toEqual([]);
    file.close();
  });

  it("is rid of it with the window, in one step, if both are in it", async () => {
    const { file, store, postings, traces } = await filled("both.db");
    const { epoch } = await store.forget("42", "r1");
    expect(traces()).toEqual([]);
    expect(await add(postings, "42", [said("late", "xylophone")], 0)).toBe("forgotten");
    await add(postings, "42", [said("new", "xylophone")], epoch);
    await store.forget("42", "r1");
    expect(await found(postings, "42", "xylophone")).toEqual(["new"]);
    file.close();
  });

  it("is rid of it with the next forget, of whatever chat, when it could not be rewritten", async () => {
    const { file, postings, traces } = await filled("full.db");
    const exec = file.exec.bind(file);
    file.exec = (sql) => {
      if (sql.includes("VACUUM")) throw new Error("database or disk is full");
      exec(sql);
    };
    await expect(postings.forget("42", 1)).rejects.toMatchObject({ retryable: true });
    file.exec = exec;
    expect(traces()).not.toEqual([]);
    await postings.forget("nobody", 1);
    expect(traces()).toEqual([]);
    file.close();
  });

  it("is rid of it with a forget that comes after the first turn of the new life", async () => {
    const { file, postings, traces } = await filled("reborn.db");
    await add(postings, "42", [said("new", "A harpsichord.")], 1);
    expect(traces()).not.toEqual([]);
    await postings.forget("42", 1);
    expect(traces()).toEqual([]);
    expect(await found(postings, "42", "harpsichord")).toEqual(["new"]);
    file.close();
  });

  it("keeps the index over a restart", async () => {
    const path = join(folder, "restart.db");
    const first = openSqlite(path);
    await add(sqlitePostings(first), "42", [said("a", "zebra")]);
    first.close();
    const second = openSqlite(path);
    expect(await found(sqlitePostings(second), "42", "zebra")).toEqual(["a"]);
    second.close();
  });
});

import { describe, expect, it } from "vitest";
import type { SummaryArchive } from "../archive.ts";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { chat, start } from "../memory.kit.ts";
import { copyInSqlite, type PutBack } from "../protocol/copies.kit.ts";
import { openSqlite, sqliteStore } from "../sqlite/index.ts";
import { archiveRecord } from "../testing/index.ts";
import { fingerprint } from "../tiers/fingerprint.ts";

/** A store that came back as it was at turn 14, and was told six new things, while the archive covers twenty turns. */
async function cameBackOlder() {
  const bot = start();
  await bot.say(14);
  const old = await bot.store.begin(chat, "");
  await bot.say(6, "new");
  const lost = { seq: 20, turnId: "t20", atMs: 0, user: "", assistant: "" };
  const incarnation = fingerprint({ ...old, turns: [...old.turns, lost] }, 20);
  const record = archiveRecord({ incarnation, coversThrough: 20, summary: "Covers the old 1-20." });
  await bot.archive.save(chat, record, { expectVersion: 0 });
  return bot;
}

describe("a store that came back older than the archive", () => {
  it("has none of its new turns counted as covered, by a job", async () => {
    const { memory, summarizer } = await cameBackOlder();
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
    const [input] = summarizer.inputs;
    expect(input?.previous).toBe("Covers the old 1-20.");
    expect(input?.turns.map(({ turnId }) => turnId)).toEqual(
      expect.arrayContaining(["new1", "new2", "new3", "new4", "new5", "new6"]),
    );
  });

  it("has none of its new turns counted as covered, by the cold start of a new process", async () => {
    const { store, archive } = await cameBackOlder();
    const { memory, events } = start({ store, archive });
    await memory.open(chat, { turnId: "x" });
    await memory.settled();
    expect(await store.begin(chat, "")).toMatchObject({ watermark: 0, seq: 20 });
    expect(events).toContainEqual({ type: "healed", chat, how: "hydrated", version: 1 });
  });
});

it("a record that was written before there were fingerprints is adopted, as it was then", async () => {
  const { memory, archive, store, say, events } = start();
  await say(10);
  const { incarnation } = await store.begin(chat, "");
  const record = archiveRecord({ incarnation, coversThrough: 10, version: 1 });
  await archive.save(chat, record, { expectVersion: 0 });
  await memory.summarize(chat);
  expect(events).toContainEqual({ type: "healed", chat, how: "adopted", version: 1 });
});

it("a record that a worker left is adopted by the one that finds its last turn", async () => {
  const { memory, archive, store, say, events, summarizer } = start();
  await say(10);
  const dying = start({ store: { ...store, apply: () => new Promise(() => {}) }, archive });
  const worker = new AbortController();
  const job = dying.memory.summarize(chat, { signal: worker.signal });
  await expect.poll(() => archive.load(chat)).not.toBeNull();
  worker.abort();
  await job;
  expect(await memory.summarize(chat)).toMatchObject({ status: "applied", coversThrough: 10 });
  expect(events).toContainEqual({ type: "healed", chat, how: "adopted", version: 1 });
  expect(summarizer.inputs).toEqual([]);
});

/** A chat whose store is put back while its summary is being made, and which gives the same numbers to new turns then. */
async function putBackMeanwhile(archive?: SummaryArchive) {
  const db = openSqlite(":memory:");
  let nowMs = Date.now();
  // No two turns are of the same moment: that is what tells them apart.
  const store = sqliteStore(db, { now: () => nowMs++ });
  const bot = start({
    store,
    archive,
    summarizer: {
      async summarize({ turns }) {
        await putBack?.();
        putBack = null;
        await bot.say(10, "new");
        return { text: `Knows what ${turns.length} turns said.` };
      },
    },
  });
  await bot.say(3);
  let putBack: PutBack | null = copyInSqlite(db, chat);
  await bot.say(10, "lost");
  return { ...bot, store };
}

describe("a store that came back older while a summary was made", () => {
  it.each([
    ["with an archive", inMemoryArchive()],
    ["without one", undefined],
  ])("has none of its new turns counted as covered, %s", async (_, archive) => {
    const { memory, store } = await putBackMeanwhile(archive);
    expect(await memory.summarize(chat)).toEqual({ status: "conflict" });
    expect(await store.begin(chat, "")).toMatchObject({ version: 0, watermark: 0, seq: 13 });
    expect((await archive?.load(chat)) ?? null).toBeNull();
  });
});

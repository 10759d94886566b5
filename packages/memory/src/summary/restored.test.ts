import { describe, expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
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

  it("has none of its new turns counted as covered, by a cold start", async () => {
    const { memory, store, events, pass } = await cameBackOlder();
    pass(3_600_000);
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

import { describe, expect, it } from "vitest";
import { MemoryError } from "../errors.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { chat, start } from "../memory.kit.ts";
import { cannedSummarizer } from "../testing/index.ts";

const forGood = Object.assign(new Error("no such id"), { retryable: false });
const forNow = Object.assign(new Error("busy"), { retryable: true });
const wrapped = new Error("could not", { cause: forGood });

describe("a summary that would fail again", () => {
  it.each([
    ["the error", forGood],
    ["its cause", wrapped],
  ])("says so, when the summarizer refused: %s tells", async (_who, error) => {
    const { memory, say, events } = start({ summarizer: cannedSummarizer(error) });
    await say(2);
    expect(await memory.summarize(chat)).toEqual({ status: "failed", by: "summarizer" });
    expect(events.slice(-2)).toEqual([
      { type: "summarizer_failed", chat, error },
      { type: "summary_failed", chat, by: "summarizer" },
    ]);
  });

  it.each(["load", "save"] as const)("says so, when the archive refused to %s", async (call) => {
    const bot = start();
    const archive = { ...bot.archive, [call]: () => Promise.reject(forGood) };
    const { memory, say, types } = start({ archive });
    await say(2);
    await memory.settled();
    expect(await memory.summarize(chat)).toEqual({ status: "failed", by: "archive" });
    expect(types().slice(-2)).toEqual(["archive_failed", "summary_failed"]);
  });

  it("says so, when the store refused", async () => {
    const corrupt = new MemoryError("store_unavailable", "corrupt", { retryable: false });
    const store = { ...inMemoryStore(), apply: () => Promise.reject(corrupt) };
    const { memory, say, types } = start({ store });
    await say(2);
    expect(await memory.summarize(chat)).toEqual({ status: "failed", by: "store" });
    expect(types().slice(-2)).toEqual(["store_failed", "summary_failed"]);
  });

  it("is not tried again at once", async () => {
    const summarizer = cannedSummarizer(forGood);
    const { memory, say } = start({ summarizer });
    await say(2);
    await memory.summarize(chat);
    expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
    expect(summarizer.inputs).toHaveLength(1);
  });
});

it("an outage is told from a refusal", async () => {
  for (const error of [forNow, new Error("?"), new Error("late", { cause: forNow }), "a text"]) {
    const summarizer = { summarize: () => Promise.reject(error) };
    const { memory, say } = start({ summarizer });
    await say(2);
    expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
  }
});

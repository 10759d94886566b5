import { describe, expect, it } from "vitest";
import { inMemoryPostings } from "../in-memory/in-memory-postings.ts";
import { chat } from "../memory.kit.ts";
import type { Summarizer } from "../summarizer.ts";
import { cannedSummarizer } from "../testing/canned-summarizer.ts";
import { recallIndex } from "./create-recall-index.ts";
import type { RecallIndex } from "./recall-index.ts";
import { startRecall } from "./recall.kit.ts";

describe("a turn enters the index", () => {
  it("with the summary that covers it, and no sooner", async () => {
    const { memory, say, inIndex } = startRecall();
    await say(12);
    expect(await inIndex()).toEqual([]);
    await memory.summarize(chat);
    expect(await inIndex()).toEqual(Array.from({ length: 12 }, (_, n) => `t${n + 1}`));
    await say(3, "u");
    await memory.flushIdle({ idleMs: 1 }).catch(() => {});
    expect((await inIndex()).length).toBeGreaterThanOrEqual(12);
  });

  it("by a window that passes, where nobody summarizes", async () => {
    const { memory, say, inIndex } = startRecall({ archive: undefined, summarizer: undefined });
    await say(23);
    await memory.settled();
    const ids = await inIndex();
    expect(ids).toEqual(Array.from({ length: 20 }, (_, n) => `t${n + 1}`));
  });

  it("as it was edited meanwhile, and not if it was taken back", async () => {
    const { memory, store, tell, say, pause, index, inIndex } = startRecall();
    await tell("a", "My car is blue.");
    await tell("b", "My car is a secret.");
    await memory.chat(chat).undo();
    const revision = await memory.revise(chat, { turnId: "a", editId: "e1" });
    await revision.amend({ text: "My car is red." });
    pause();
    await say(10);
    await memory.summarize(chat);
    expect(await inIndex()).not.toContain("b");
    const found = await index.search(chat, "car", { maxWords: 30 });
    expect(found.map(({ user }) => user)).toEqual(["My car is red."]);
    expect((await store.begin(chat, "")).watermark).toBe(12);
  });

  it("and is changed there when it is edited or taken back afterwards", async () => {
    const { memory, tell, index, inIndex } = startRecall();
    await tell("a", "My car is blue.");
    await tell("b", "My boat is a secret.");
    await memory.summarize(chat);
    const revision = await memory.revise(chat, { turnId: "a", editId: "e1" });
    await revision.amend({ text: "My car is red." });
    await memory.chat(chat).undo({ requestId: "r1" });
    expect(await inIndex()).toEqual(["a"]);
    const words = { maxWords: 30 };
    expect(await index.search(chat, "boat secret", words)).toEqual([]);
    expect(await index.search(chat, "car", words)).toMatchObject([{ user: "My car is red." }]);
  });

  it("in the order in which the turns were begun", async () => {
    const { memory, inIndex } = startRecall();
    const first = await memory.open(chat, { turnId: "first", saidAtMs: 1 });
    const second = await memory.open(chat, { turnId: "second", saidAtMs: 2 });
    await second.commit({ user: "b", assistant: "b" });
    await first.commit({ user: "a", assistant: "a" });
    await memory.summarize(chat);
    expect(await inIndex()).toEqual(["first", "second"]);
  });

  it("not while it is said only after the summary was begun", async () => {
    const canned = cannedSummarizer();
    const summarizer: Summarizer = {
      async summarize(...asked) {
        await tell("new", "My boat is a secret.");
        return canned.summarize(...asked);
      },
    };
    const { memory, tell, inIndex } = startRecall({ summarizer });
    await tell("a", "My car is blue.");
    await memory.summarize(chat);
    expect(await inIndex()).toEqual(["a"]);
  });

  it("and leaves it when it is taken back in a later life of the chat, too", async () => {
    const { memory, tell, inIndex } = startRecall();
    await memory.chat(chat).forget({ requestId: "r1" });
    await tell("a", "My boat is a secret.");
    await memory.summarize(chat);
    expect(await inIndex()).toEqual(["a"]);
    await memory.chat(chat).undo();
    expect(await inIndex()).toEqual([]);
  });

  it("as the last of two edits says, whichever reaches the index last", async () => {
    const whole = recallIndex(inMemoryPostings());
    let meanwhile: (() => Promise<unknown>) | null = null;
    const slow: RecallIndex = {
      ...whole,
      async replace(...replaced) {
        const work = meanwhile;
        meanwhile = null;
        await work?.();
        return whole.replace(...replaced);
      },
    };
    const { memory, tell } = startRecall({ recall: slow });
    await tell("a", "My car is blue.");
    await memory.summarize(chat);
    const edit = async (editId: string, text: string) =>
      (await memory.revise(chat, { turnId: "a", editId })).amend({ text });
    meanwhile = () => edit("e2", "My car is green.");
    await edit("e1", "My car is red.");
    expect(await whole.search(chat, "car", { maxWords: 30 })).toMatchObject([
      { user: "My car is green." },
    ]);
  });

  it("as whatever it has become while it was being added", async () => {
    const whole = recallIndex(inMemoryPostings());
    let meanwhile: (() => Promise<unknown>) | null = null;
    const slow = {
      ...whole,
      add: async (...added: Parameters<typeof whole.add>) => {
        const work = meanwhile;
        meanwhile = null;
        await work?.();
        return whole.add(...added);
      },
    };
    const { memory, tell } = startRecall({ recall: slow });
    await tell("a", "My car is blue.");
    await tell("b", "My boat is a secret.");
    meanwhile = async () => {
      const revision = await memory.revise(chat, { turnId: "a", editId: "e1" });
      await revision.amend({ text: "My car is red." });
      await memory.chat(chat).undo();
    };
    await memory.summarize(chat);
    const all = [];
    for await (const part of whole.turns(chat)) all.push(...part.map(({ user }) => user));
    expect(all).toEqual(["My car is red."]);
  });

  it("not while the chat is off the record", async () => {
    const { memory, tell, inIndex } = startRecall();
    await tell("a", "My car is blue.");
    await memory.chat(chat).pause();
    await tell("b", "My boat is a secret.");
    await memory.summarize(chat);
    expect(await inIndex()).toEqual(["a"]);
  });
});

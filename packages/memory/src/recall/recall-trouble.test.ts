import { describe, expect, it } from "vitest";
import { inMemoryPostings } from "../in-memory/in-memory-postings.ts";
import { chat } from "../memory.kit.ts";
import { recallIndex } from "./create-recall-index.ts";
import type { RecallIndex } from "./recall-index.ts";
import { brokenRecall, question, startRecall } from "./recall.kit.ts";

describe("when the index is in trouble", () => {
  for (const how of ["fails", "hangs"] as const)
    it(`a message is answered without it, and an event says so: it ${how}`, async () => {
      const { asked, events, say } = startRecall({
        recall: brokenRecall("search", how),
        policy: { recallTimeoutMs: 20 },
      });
      await say(2);
      const { turn, message } = await asked();
      expect([turn.degraded, turn.recalled, message]).toEqual([["recall"], [], question]);
      expect(events).toContainEqual(
        expect.objectContaining({ type: "recall_failed", call: "search" }),
      );
    });

  it("a turn that could not be added waits with its summary, and both are tried again", async () => {
    const { broken, memory, say, events, inIndex, pass } = startRecall();
    broken.add("add");
    await say(12);
    expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
    expect((await memory.chat(chat).show()).summary).toBeNull();
    expect(events.filter(({ type }) => type === "recall_failed")).toHaveLength(1);
    expect(events.filter(({ type }) => type === "store_failed")).toEqual([]);
    broken.clear();
    pass(3_600_000);
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
    expect(await inIndex()).toHaveLength(12);
  });

  it("a summary does not wait for ever for an index that hangs", async () => {
    const recall = brokenRecall("add", "hangs");
    const { memory, say } = startRecall({ recall, policy: { storeTimeoutMs: 20 } });
    await say(12);
    expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
  });

  it("a summary goes on when the index has no room", async () => {
    const full = { ...recallIndex(inMemoryPostings()), add: async () => "full" as const };
    const { memory, say, events } = startRecall({ recall: full });
    await say(12);
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
    expect(events).toContainEqual({ type: "recall_full", chat, turns: 12 });
  });

  it("a forget says that it is not done, and is done by the next one", async () => {
    const { broken, memory, tellLongAgo, asked, inIndex } = startRecall();
    await tellLongAgo();
    broken.add("forget");
    const first = await memory.chat(chat).forget({ requestId: "r1" });
    expect(first.tiers).toContainEqual({ tier: "recall", status: "pending" });
    // What is still there is of an older life of the chat, which nobody is told of any more.
    expect(await inIndex()).toContain("fact");
    expect((await asked()).turn.recalled).toEqual([]);
    expect(await memory.chat(chat).search("dog Bruno")).toEqual([]);
    broken.clear();
    const second = await memory.chat(chat).forget({ requestId: "r1" });
    expect(second.tiers).toContainEqual({ tier: "recall", status: "erased" });
    expect(await inIndex()).toEqual([]);
  });

  it("an undo says so, and the same request erases the words when it is over", async () => {
    const { broken, memory, tell, inIndex } = startRecall();
    await tell("a", "My car is blue.");
    await memory.summarize(chat);
    broken.add("replace");
    await expect(memory.chat(chat).undo({ requestId: "r1" })).rejects.toMatchObject({
      code: "store_unavailable",
      retryable: true,
    });
    broken.clear();
    expect(await memory.chat(chat).undo({ requestId: "r1" })).toMatchObject({ status: "undone" });
    expect(await inIndex()).toEqual([]);
  });

  it("an edit is done all the same, and an event says so", async () => {
    const { broken, memory, tell, events } = startRecall();
    await tell("a", "My car is blue.");
    await memory.summarize(chat);
    broken.add("replace");
    const revision = await memory.revise(chat, { turnId: "a", editId: "e1" });
    expect(await revision.amend({ text: "My car is red." })).toMatchObject({ status: "amended" });
    expect(events).toContainEqual(
      expect.objectContaining({ type: "recall_failed", call: "replace" }),
    );
  });

  it("a caller that goes is told its own reason", async () => {
    const { memory, say } = startRecall({ recall: brokenRecall("search", "hangs") });
    await say(1);
    const reason = new Error("gone");
    const opened = memory.open(chat, {
      turnId: "x",
      text: question,
      signal: AbortSignal.abort(reason),
    });
    await expect(opened).rejects.toBe(reason);
  });

  it("a caller that goes while it is searched is told its own reason", async () => {
    const controller = new AbortController();
    const reason = new Error("gone");
    const slow: RecallIndex = {
      ...recallIndex(inMemoryPostings()),
      async search(_chat, _query, { beside }) {
        await beside;
        controller.abort(reason);
        return new Promise(() => {});
      },
    };
    const { memory } = startRecall({ recall: slow });
    const { signal } = controller;
    const opened = memory.open(chat, { turnId: "x", text: question, signal });
    await expect(opened).rejects.toBe(reason);
  });
});

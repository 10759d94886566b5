import { describe, expect, it } from "vitest";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { start, chat } from "../memory.kit.ts";
import { cannedSummarizer, faultyArchive } from "../testing/index.ts";

const hour = 3_600_000;
const later = { status: "deferred", retryAfterMs: expect.any(Number) };

describe("summarize", () => {
  it("folds all pending turns into the summary, archive first", async () => {
    const { memory, archive, summarizer, say, events } = start();
    await say(12);
    expect(await memory.summarize(chat)).toEqual({
      status: "applied",
      version: 1,
      coversThrough: 12,
      due: false,
    });
    expect(summarizer.inputs[0]).toMatchObject({ previous: null, minWords: 200, maxWords: 300 });
    expect(summarizer.inputs[0]?.turns.map(({ seq }) => seq)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(await archive.load(chat)).toMatchObject({
      version: 1,
      coversThrough: 12,
      summary: "Talked up to turn 12.",
    });
    expect(events).toContainEqual(
      expect.objectContaining({ type: "summary_applied", turns: 12, words: 5 }),
    );
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    await say(3, "u");
    await memory.summarize(chat);
    expect(summarizer.inputs[1]).toMatchObject({ previous: "Talked up to turn 12." });
    expect(summarizer.inputs[1]?.turns.map(({ seq }) => seq)).toEqual([13, 14, 15]);
  });

  it("says when enough for the next summary was said while it was made", async () => {
    let calls = 0;
    const { memory, say } = start({
      summarizer: {
        async summarize({ turns }) {
          if (++calls === 1) await say(10, "meanwhile");
          return { text: `Talked up to turn ${turns.at(-1)?.seq}.` };
        },
      },
    });
    await say(12);
    expect(await memory.summarize(chat)).toMatchObject({ coversThrough: 12, due: true });
    expect(await memory.summarize(chat)).toMatchObject({ coversThrough: 22, due: false });
  });

  it("gives way to another worker that was faster", async () => {
    const { memory, store, archive, say, types } = start({
      summarizer: {
        async summarize() {
          const state = await store.begin(chat, "");
          await store.apply(chat, { ...state, to: state.seq, summary: "Faster." });
          return { text: "Slower." };
        },
      },
    });
    await say(10);
    expect(await memory.summarize(chat)).toEqual({ status: "conflict" });
    expect(await archive.load(chat)).toBeNull();
    expect((await memory.chat(chat).show()).summary).toBe("Faster.");
    expect(types()).toContain("summary_conflict");
  });

  it("works without an archive", async () => {
    const { memory, say } = start({ archive: undefined });
    const turn = await memory.open(chat, { turnId: "x" });
    expect(turn.degraded).toEqual([]);
    await say(10);
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
    expect(await memory.chat(chat).forget({ requestId: "r" })).toMatchObject({
      tiers: [{ tier: "store", status: "erased" }],
    });
  });
});

describe("a summary that cannot be made", () => {
  it("changes nothing when the text is no summary", async () => {
    const { memory, archive, say, events } = start({ summarizer: cannedSummarizer("NONE") });
    await say(10);
    expect(await memory.summarize(chat)).toEqual({ status: "rejected", reasons: ["empty"] });
    expect((await memory.open(chat, { turnId: "x" })).pending).toBe(10);
    expect(archive.calls).not.toContain("save");
    expect(events).toContainEqual({ type: "summary_rejected", chat, reasons: ["empty"] });
  });

  it("waits when the summarizer, the archive or the caller gives up", async () => {
    const { memory, archive, say, types, pass } = start({
      summarizer: cannedSummarizer(new Error("429")),
    });
    await say(10);
    expect(await memory.summarize(chat, { signal: AbortSignal.abort() })).toEqual({
      status: "deferred",
    });
    expect(await memory.summarize(chat)).toEqual(later);
    archive.break("load");
    pass(hour);
    expect(await memory.summarize(chat)).toEqual(later);
    expect(types()).toEqual(
      expect.arrayContaining(["summarizer_failed", "archive_failed", "summary_deferred"]),
    );
  });

  it("does not wait for a summarizer that hangs, beyond its time", async () => {
    const hangs = { summarize: () => new Promise<never>(() => {}) };
    const { memory, say } = start({ summarizer: hangs, policy: { summarizerTimeoutMs: 20 } });
    await say(1);
    expect(await memory.summarize(chat)).toEqual(later);
  });

  it("leaves the store alone until the archive has the record", async () => {
    const { memory, archive, store, summarizer, say, pass } = start();
    await say(10);
    archive.break("save");
    expect(await memory.summarize(chat)).toEqual(later);
    expect(await store.begin(chat, "")).toMatchObject({ version: 0, watermark: 0, summary: null });
    archive.break("save", "after");
    pass(hour);
    expect(await memory.summarize(chat)).toEqual(later);
    expect(await store.begin(chat, "")).toMatchObject({ version: 0, watermark: 0 });
    archive.mend();
    pass(hour);
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", version: 1 });
    expect(summarizer.inputs).toHaveLength(2);
  });
});

describe("a summary job that finds store and archive apart", () => {
  it("adopts what a worker saved before it died, without asking the model again", async () => {
    const { memory, archive, store, summarizer, say } = start();
    await say(10);
    const state = await store.begin(chat, "");
    const record = {
      summary: "Saved.",
      version: 1,
      coversThrough: 10,
      epoch: 0,
      incarnation: state.incarnation,
      updatedAtMs: 1,
    };
    await archive.save(chat, record, { expectVersion: 0 });
    expect(await memory.summarize(chat)).toEqual({
      status: "applied",
      version: 1,
      coversThrough: 10,
      due: false,
    });
    expect(summarizer.inputs).toHaveLength(0);
    expect(await memory.chat(chat).show()).toMatchObject({ summary: "Saved.", coversThrough: 10 });
  });

  it("gives a store that lost everything its summary back, and counts no turn as covered that is not", async () => {
    const { memory, archive, say } = start();
    await say(10);
    await memory.summarize(chat);
    const restarted = start({ archive });
    await restarted.say(2, "new");
    expect(await restarted.memory.summarize(chat)).toEqual({
      status: "applied",
      version: 2,
      coversThrough: 12,
      due: false,
    });
    expect(restarted.summarizer.inputs[0]).toMatchObject({ previous: "Talked up to turn 10." });
    expect(restarted.summarizer.inputs[0]?.turns.map(({ turnId }) => turnId)).toEqual([
      "new1",
      "new2",
    ]);
  });

  it("repairs an archive that lost the record", async () => {
    const { memory, archive, say, types } = start();
    await say(10);
    await memory.summarize(chat);
    await archive.erase(chat, { epoch: 0 });
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(await archive.load(chat)).toMatchObject({ version: 1, coversThrough: 10 });
    expect(types()).toContain("repaired");
  });
});

describe("a summary of a person who asked to be forgotten", () => {
  it("is not kept when the request came while it was made", async () => {
    const forgetful = cannedSummarizer("Late.");
    const { memory, archive, say } = start({
      summarizer: {
        async summarize(input, options) {
          await memory.chat(chat).forget({ requestId: "r" });
          return forgetful.summarize(input, options);
        },
      },
    });
    await say(10);
    expect(await memory.summarize(chat)).toEqual({ status: "forgotten" });
    expect(await archive.load(chat)).toBeNull();
    expect((await memory.chat(chat).show()).summary).toBeNull();
  });

  it("erases what a worker saved after a forget, even if the worker dies at once", async () => {
    const { memory, archive, store, say } = start();
    await say(10);
    const { incarnation } = await store.begin(chat, "");
    await memory.chat(chat).forget({ requestId: "r" });
    await archive.save(
      chat,
      {
        summary: "Left behind.",
        version: 1,
        coversThrough: 10,
        epoch: 0,
        incarnation,
        updatedAtMs: 1,
      },
      { expectVersion: 0 },
    );
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(await archive.load(chat)).toBeNull();
  });

  it("asks again for an erasure that failed after a late save", async () => {
    const archive = faultyArchive(inMemoryArchive());
    const { memory, say, pass } = start({
      archive: {
        ...archive,
        async save(id, record, options) {
          const saved = await archive.save(id, record, options);
          await memory.chat(chat).forget({ requestId: "r" });
          await archive.save(id, record, options);
          archive.break("erase");
          return saved;
        },
      },
    });
    await say(10);
    expect(await memory.summarize(chat)).toEqual(later);
    archive.mend();
    pass(hour);
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(await archive.load(chat)).toBeNull();
  });
});

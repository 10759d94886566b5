import { describe, expect, it } from "vitest";
import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { start, chat } from "../memory.kit.ts";
import { archiveRecord } from "../testing/archive-record.ts";

/** An archive in which somebody else saves a record just before a job saves its own. */
function contested() {
  const archive = inMemoryArchive();
  let other: ((record: ArchiveRecord) => ArchiveRecord) | undefined;
  const raced: SummaryArchive = {
    ...archive,
    async save(id, record, options) {
      if (other) await archive.save(id, other(record), options);
      other = undefined;
      return archive.save(id, record, options);
    },
  };
  return { archive: raced, race: (record: typeof other) => void (other = record) };
}

describe("a summary job that is overtaken at the archive", () => {
  it("gives way, and the next job takes over what the faster one saved", async () => {
    const { archive, race } = contested();
    const { memory, store, say, summarizer } = start({ archive });
    await say(10);
    race((record) => ({ ...record, summary: "Faster." }));
    expect(await memory.summarize(chat)).toEqual({ status: "conflict" });
    expect(await archive.load(chat)).toMatchObject({ version: 1, summary: "Faster." });
    expect(await store.begin(chat, "")).toMatchObject({ version: 0, watermark: 0, summary: null });
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", version: 1 });
    expect((await memory.chat(chat).show()).summary).toBe("Faster.");
    expect(summarizer.inputs).toHaveLength(1);
  });

  it("keeps nothing when the archive knows of a forget that the store lost", async () => {
    const { archive, race } = contested();
    const { memory, store, say } = start({ archive });
    await say(10);
    race((record) => ({ ...record, epoch: record.epoch + 1 }));
    expect(await memory.summarize(chat)).toEqual({ status: "forgotten" });
    expect(await store.begin(chat, "")).toMatchObject({ version: 0, watermark: 0, summary: null });
  });

  it("gives way while it repairs what the archive lost, too", async () => {
    const { archive, race } = contested();
    const { memory, say, types } = start({ archive });
    await say(10);
    await memory.summarize(chat);
    await archive.erase(chat, { epoch: 0 });
    race((record) => ({ ...record, version: 2, summary: "Faster." }));
    expect(await memory.summarize(chat)).toEqual({ status: "conflict" });
    expect(await archive.load(chat)).toMatchObject({ version: 2, summary: "Faster." });
    expect(types()).not.toContain("repaired");
  });
});

describe("a summary job that finds another record than the store's", () => {
  it.each([
    ["text of another reach", { summary: "Raced.", coversThrough: 9 }],
    ["text of another life", { summary: "Raced.", incarnation: "another" }],
    ["version", { version: 0 }],
  ])("gives the archive the store's summary again: another %s", async (_name, changes) => {
    const { memory, archive, say, events } = start();
    await say(10);
    await memory.summarize(chat);
    const record = await archive.load(chat);
    await archive.save(chat, archiveRecord({ ...record, ...changes }), { expectVersion: 1 });
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(await archive.load(chat)).toMatchObject({
      version: 1,
      coversThrough: 10,
      summary: "Talked up to turn 10.",
    });
    expect(events.filter(({ type }) => type === "repaired")).toEqual([
      { type: "repaired", chat, version: 1 },
    ]);
  });

  it("saves nothing when both are the same", async () => {
    const { memory, archive, say } = start();
    await say(10);
    await memory.summarize(chat);
    await memory.summarize(chat);
    expect(archive.calls.filter((call) => call === "save")).toHaveLength(1);
  });

  it("leaves the archive alone while the store does not know the number of its summary", async () => {
    const inner = inMemoryStore();
    const { memory, archive } = start({
      store: {
        ...inner,
        begin: async (...given) => ({ ...(await inner.begin(...given)), summary: "Whose?" }),
      },
    });
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(archive.calls).toEqual(["load"]);
  });

  it("gives a store without any turn its summary back, and has nothing to fold", async () => {
    const { memory, archive, summarizer } = start();
    await archive.save(chat, archiveRecord({ version: 3 }), { expectVersion: 2 });
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(await memory.chat(chat).show()).toMatchObject({ summary: archiveRecord().summary });
    expect(summarizer.inputs).toEqual([]);
  });
});

describe("a person who asked to be forgotten", () => {
  it("leaves no summary behind that was saved between, whether its job's caller waits or has gone", async () => {
    const caller = new AbortController();
    const archive = inMemoryArchive();
    let saved = false;
    const { memory, say } = start({
      archive: {
        ...archive,
        async save(id, record, options) {
          await memory.chat(chat).forget({ requestId: "r" });
          saved = true;
          return archive.save(id, record, options);
        },
        async erase(id, options) {
          if (saved) caller.abort();
          return archive.erase(id, options);
        },
      },
    });
    await say(10);
    expect(await memory.summarize(chat, caller)).toEqual({ status: "forgotten" });
    expect(await archive.load(chat)).toBeNull();
  });

  it("and talks again keeps what is saved while the old record goes", async () => {
    const archive = inMemoryArchive();
    const { memory, store } = start({
      archive: {
        ...archive,
        async erase(id, options) {
          const { epoch } = await store.begin(chat, "");
          await archive.save(id, archiveRecord({ epoch, summary: "New." }), { expectVersion: 0 });
          return archive.erase(id, options);
        },
      },
    });
    await store.forget(chat, "r");
    await archive.save(chat, archiveRecord({ epoch: 0, summary: "Old." }), { expectVersion: 0 });
    await memory.summarize(chat);
    expect(await archive.load(chat)).toMatchObject({ summary: "New." });
  });
});

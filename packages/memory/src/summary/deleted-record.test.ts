import { describe, expect, it } from "vitest";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { chat, start } from "../memory.kit.ts";
import { faultyArchive } from "../testing/index.ts";

const named = (id = "base/table") => ({ ...inMemoryArchive(), id });

/** A memory that has summarized a chat into this archive, and does not wait between two looks. */
async function summarized(archive = faultyArchive(named())) {
  const bot = start({ archive, policy: { archiveSettleMs: 1 } });
  await bot.say(10);
  await bot.memory.summarize(chat);
  return { ...bot, archive };
}

const deleteRecord = (archive: ReturnType<typeof faultyArchive>) =>
  archive.erase(chat, { epoch: Infinity });

describe("a record that somebody deleted in the archive", () => {
  it("is a forget: nothing of the chat is left, and nothing comes back", async () => {
    const { memory, archive, store, say, types, summarizer } = await summarized();
    await say(3, "u");
    await deleteRecord(archive);
    expect(await memory.summarize(chat)).toEqual({ status: "forgotten" });
    expect(await store.begin(chat, "")).toMatchObject({ summary: null, turns: [], seq: 0 });
    expect(await memory.chat(chat).show()).toMatchObject({ summary: null, turns: [] });
    expect(types()).toEqual(expect.arrayContaining(["deleted_by_hand", "forgotten"]));
    expect(summarizer.inputs).toHaveLength(1);
    await say(10, "v");
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
    expect(summarizer.inputs.at(-1)?.previous).toBeNull();
    expect((await archive.load(chat))?.epoch).toBeGreaterThan(0);
  });

  it("fences a message that is being answered", async () => {
    const { memory, archive } = await summarized();
    const turn = await memory.open(chat, { turnId: "late" });
    await deleteRecord(archive);
    await memory.summarize(chat);
    expect(await turn.commit({ user: "a", assistant: "b" })).toMatchObject({ status: "forgotten" });
  });

  it("counts once, however many see that it is missing", async () => {
    const { memory, archive, store, say } = await summarized();
    await deleteRecord(archive);
    // The other one has read the chat before, and forgets it after new words.
    const slow = start({
      store: {
        ...store,
        async begin(id, turnId) {
          const state = await store.begin(id, turnId);
          if (turnId !== "") return state;
          await memory.summarize(chat);
          await say(2, "new");
          return state;
        },
      },
      archive,
      policy: { archiveSettleMs: 1 },
    });
    expect(await slow.memory.summarize(chat)).toEqual({ status: "forgotten" });
    expect((await store.begin(chat, "")).turns).toHaveLength(2);
  });

  it("takes nothing from a chat that was forgotten and talks again meanwhile", async () => {
    const { memory, archive, store, say } = await summarized();
    await deleteRecord(archive);
    const racing = {
      ...archive,
      async load(id: string) {
        await memory.chat(chat).forget({ requestId: "the person's" });
        if ((await store.begin(chat, "new1")).seen === null) await say(1, "new");
        return archive.load(id);
      },
    };
    const slow = start({ store, archive: racing, policy: { archiveSettleMs: 1 } });
    expect(await slow.memory.summarize(chat)).toEqual({ status: "forgotten" });
    expect((await store.begin(chat, "")).turns).toMatchObject([{ turnId: "new1" }]);
  });

  it("was adopted from a worker that died, or came from there after a loss, and is missed as well", async () => {
    const { archive } = await summarized();
    const cold = start({ archive, policy: { archiveSettleMs: 1 } });
    await cold.say(10, "u");
    await cold.memory.settled();
    await deleteRecord(archive);
    expect(await cold.memory.summarize(chat)).toEqual({ status: "forgotten" });
  });
});

describe("a record that is missing for another reason is written again", () => {
  it("when the archive only answers late of what it has", async () => {
    const { memory, archive, store, say, types } = await summarized();
    await say(10, "u");
    let looks = 0;
    const late = { ...archive, load: async (id: string) => (looks++ ? archive.load(id) : null) };
    const bot = start({ store, archive: late, policy: { archiveSettleMs: 1 } });
    expect(await bot.memory.summarize(chat)).toMatchObject({ status: "applied", version: 2 });
    expect(looks).toBeGreaterThan(1);
    expect(types()).not.toContain("deleted_by_hand");
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
  });

  it("when it is another archive, which notes that it has the record from now on", async () => {
    const { store, say } = await summarized();
    const other = faultyArchive(named("base/other table"));
    const moved = start({ store, archive: other, policy: { archiveSettleMs: 1 } });
    expect(await moved.memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(await other.load(chat)).toMatchObject({ version: 1 });
    await deleteRecord(other);
    await say(1, "u");
    expect(await moved.memory.summarize(chat)).toEqual({ status: "forgotten" });
  });

  it("when the archive has no id", async () => {
    const { memory, archive, say } = await summarized(faultyArchive(inMemoryArchive()));
    await deleteRecord(archive);
    await say(10, "u");
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", version: 2 });
    expect(await archive.load(chat)).toMatchObject({ version: 2 });
  });

  it("when the archive cannot look a second time", async () => {
    const { archive, store, say } = await summarized();
    await say(10, "u");
    let looks = 0;
    const failing = {
      ...archive,
      async load() {
        if (looks++) throw new Error("The archive is down.");
        return null;
      },
    };
    const bot = start({ store, archive: failing, policy: { archiveSettleMs: 1 } });
    expect(await bot.memory.summarize(chat)).toMatchObject({ status: "deferred" });
    expect(await store.begin(chat, "")).toMatchObject({ version: 1, seq: 20 });
  });

  it("when a save from before a forget had taken its place", async () => {
    const { memory, archive, store, say } = await summarized();
    const old = (await archive.load(chat))!;
    await memory.chat(chat).forget({ requestId: "r1" });
    await say(10, "u");
    await memory.summarize(chat);
    await deleteRecord(archive);
    await archive.save(chat, old, { expectVersion: 0 });
    await say(10, "v");
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", version: 2 });
    expect((await store.begin(chat, "")).watermark).toBe(20);
  });
});

it("a store of an older version of this package has its record noted by the next summary", async () => {
  const { memory, archive, store, say } = await summarized();
  const { summary, ...state } = await store.begin(chat, "");
  const unnoted = start({
    store: {
      ...store,
      begin: async (id, turnId) => {
        const { archivedIn: _, ...rest } = await store.begin(id, turnId);
        return rest;
      },
    },
    archive: { ...archive, id: "another" },
  });
  await unnoted.memory.summarize(chat);
  expect(await store.begin(chat, "")).toMatchObject({ ...state, summary, archivedIn: "another" });
  await say(1, "u");
  await memory.summarize(chat);
  expect(await store.begin(chat, "")).toMatchObject({ archivedIn: "base/table" });
});

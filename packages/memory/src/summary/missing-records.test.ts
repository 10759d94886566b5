import { describe, expect, it } from "vitest";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { chat, start } from "../memory.kit.ts";
import { faultyArchive } from "../testing/index.ts";

const hourMs = 3_600_000;
const named = (id = "base/table") => ({ ...inMemoryArchive(), id });

/** A memory that has summarized a chat into this archive. */
async function summarized(archive = faultyArchive(named())) {
  const bot = start({ archive });
  await bot.say(10);
  await bot.memory.summarize(chat);
  return { ...bot, archive };
}

const deleteRecord = (archive: ReturnType<typeof faultyArchive>) =>
  archive.erase(chat, { epoch: Infinity });

type Bot = Pick<ReturnType<typeof start>, "memory" | "pass">;

/** Looks, finds nothing to do yet, and lets more time pass than a record may be missing by chance. */
async function look({ memory, pass }: Bot): Promise<void> {
  expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
  pass(hourMs);
}

describe("a record that somebody deleted in the archive", () => {
  it("is a forget: nothing of the chat is left, and nothing comes back", async () => {
    const bot = await summarized();
    const { memory, archive, store, say, types, summarizer } = bot;
    await say(3, "u");
    await deleteRecord(archive);
    await look(bot);
    expect(await memory.summarize(chat)).toEqual({ status: "forgotten" });
    expect(await store.begin(chat, "")).toMatchObject({ summary: null, turns: [], seq: 0 });
    expect(await memory.chat(chat).show()).toMatchObject({ summary: null, turns: [] });
    expect(types()).toEqual(
      expect.arrayContaining(["record_missing", "deleted_by_hand", "forgotten"]),
    );
    expect(summarizer.inputs).toHaveLength(1);
    await say(10, "v");
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
    expect(summarizer.inputs.at(-1)?.previous).toBeNull();
    expect((await archive.load(chat))?.epoch).toBeGreaterThan(0);
  });

  it("is not written again before that, and the turns since are neither summarized nor lost", async () => {
    const { memory, archive, store, say, pass } = await summarized();
    await say(10, "u");
    await deleteRecord(archive);
    for (let minute = 0; minute < 9; minute++) {
      expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
      pass(60_000);
    }
    expect(await archive.load(chat)).toBeNull();
    expect(await store.begin(chat, "")).toMatchObject({ version: 1, watermark: 10, seq: 20 });
  });

  it("fences a message that is being answered", async () => {
    const bot = await summarized();
    const turn = await bot.memory.open(chat, { turnId: "late" });
    await deleteRecord(bot.archive);
    await look(bot);
    await bot.memory.summarize(chat);
    expect(await turn.commit({ user: "a", assistant: "b" })).toMatchObject({ status: "forgotten" });
  });

  it("counts once, however many see that it is missing", async () => {
    const bot = await summarized();
    const { memory, archive, store, say } = bot;
    let overtaken = false;
    // The other one reads the chat, and forgets it after the first one has, and after new words.
    const slow = start({
      store: {
        ...store,
        async begin(id, turnId) {
          const state = await store.begin(id, turnId);
          if (!overtaken || turnId !== "") return state;
          overtaken = false;
          expect(await memory.summarize(chat)).toEqual({ status: "forgotten" });
          await say(2, "new");
          return state;
        },
      },
      archive,
    });
    await deleteRecord(archive);
    await look(bot);
    await look(slow);
    overtaken = true;
    expect(await slow.memory.summarize(chat)).toEqual({ status: "forgotten" });
    expect((await store.begin(chat, "")).turns).toHaveLength(2);
  });

  it("takes nothing from a chat that was forgotten and talks again meanwhile", async () => {
    const { memory, archive, store, say } = await summarized();
    let overtaken = false;
    const racing = {
      ...archive,
      async load(id: string) {
        if (overtaken) {
          overtaken = false;
          await memory.chat(chat).forget({ requestId: "the person's" });
          await say(1, "new");
        }
        return archive.load(id);
      },
    };
    const slow = start({ store, archive: racing });
    await deleteRecord(archive);
    await look(slow);
    overtaken = true;
    expect(await slow.memory.summarize(chat)).toEqual({ status: "forgotten" });
    expect((await store.begin(chat, "")).turns).toMatchObject([{ turnId: "new1" }]);
  });

  it("is missed as well when the store had it from there after a loss", async () => {
    const { archive } = await summarized();
    const cold = start({ archive });
    await cold.say(10, "u");
    await cold.memory.settled();
    await deleteRecord(archive);
    await look(cold);
    expect(await cold.memory.summarize(chat)).toEqual({ status: "forgotten" });
  });
});

describe("a record that is missing for another reason costs nobody their memory", () => {
  it("when the archive shows nothing for a while", async () => {
    const bot = await summarized();
    const { memory, archive, say, pass, types } = bot;
    await say(10, "u");
    const record = (await archive.load(chat))!;
    for (let outage = 0; outage < 3; outage++) {
      await deleteRecord(archive);
      expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
      pass(300_000);
      await archive.save(chat, record, { expectVersion: 0 });
      await memory.summarize(chat);
    }
    expect(types()).not.toContain("deleted_by_hand");
    expect(await archive.load(chat)).toMatchObject({ version: 2, coversThrough: 20 });
  });

  it("when it is another archive, which gets the record and is missed from now on", async () => {
    const { store, say } = await summarized();
    const other = faultyArchive(named("base/other table"));
    const moved = start({ store, archive: other });
    expect(await moved.memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(await other.load(chat)).toMatchObject({ version: 1 });
    await deleteRecord(other);
    await say(1, "u");
    await look(moved);
    expect(await moved.memory.summarize(chat)).toEqual({ status: "forgotten" });
  });

  it("when the archive has no id", async () => {
    const { memory, archive, say } = await summarized(faultyArchive(inMemoryArchive()));
    await deleteRecord(archive);
    await say(10, "u");
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", version: 2 });
    expect(await archive.load(chat)).toMatchObject({ version: 2 });
  });

  it("when the archive cannot look again", async () => {
    const bot = await summarized();
    await bot.say(10, "u");
    await deleteRecord(bot.archive);
    await look(bot);
    bot.archive.break("load");
    expect(await bot.memory.summarize(chat)).toMatchObject({ status: "deferred" });
    expect(await bot.store.begin(chat, "")).toMatchObject({ version: 1, seq: 20 });
  });

  it("when a save from before a forget had taken its place", async () => {
    const { memory, archive, store, say, pass } = await summarized();
    const old = (await archive.load(chat))!;
    await memory.chat(chat).forget({ requestId: "r1" });
    await say(10, "u");
    await memory.summarize(chat);
    await deleteRecord(archive);
    await archive.save(chat, old, { expectVersion: 0 });
    await say(10, "v");
    pass(hourMs);
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

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MemoryExport } from "../chats.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { chat, start } from "../memory.kit.ts";

const bad = { code: "invalid_argument" };
const broken = async () => {
  throw new Error("broken off");
};
const throughJson = (data: MemoryExport): unknown => JSON.parse(JSON.stringify(data));

describe("an export", () => {
  it("holds summary and turns, and no id", async () => {
    const { memory, say } = start({ now: () => 5_000 });
    await say(1);
    await memory.summarize(chat);
    const speaker = { id: "7", name: "Anna" };
    const turn = await memory.open(chat, { turnId: "secret id", speaker, saidAtMs: 4_000 });
    await turn.commit({ user: "hi", assistant: "ho", usage: { input: 5, output: 1, cost: 2 } });
    const data = await memory.chat(chat).export();
    expect(data).toEqual({
      v: 1,
      chat,
      exportedAtMs: 5_000,
      summary: "Talked up to turn 1.",
      turns: [
        { saidAtMs: 5_000, user: "said t1", assistant: "answered t1", covered: true },
        { saidAtMs: 4_000, user: "hi", assistant: "ho", speaker, covered: false },
      ],
      usage: { input: 5, output: 1, cost: 2 },
    });
    expect(throughJson(data)).toEqual(data);
  });
});

describe("an import", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .map((words) => `-${words}`);
  const turns = fc.array(fc.tuple(text, text), { maxLength: 14 });

  it("brings back all that an export held, in another chat, and counts nothing twice", async () => {
    await fc.assert(
      fc.asyncProperty(turns, fc.nat(14), async (said, covered) => {
        const from = start();
        for (const [at, [user, assistant]] of said.entries()) {
          if (at === covered && at > 0) await from.memory.summarize(chat);
          const turn = await from.memory.open(chat, { turnId: `t${at}` });
          await turn.commit({ user, assistant });
        }
        const data = await from.memory.chat(chat).export();
        const to = start();
        const other = to.memory.chat("other");
        expect(await other.import(throughJson(data))).toEqual({ status: "imported" });
        expect(await other.export()).toEqual({
          ...data,
          chat: "other",
          exportedAtMs: expect.any(Number),
        });
        const waiting = data.turns.filter((turn) => !turn.covered).length;
        expect((await to.memory.open("other", { turnId: "t1" })).pending).toBe(waiting);
        expect((await to.archive.load("other"))?.summary).toBe(data.summary ?? undefined);
      }),
      { numRuns: 60 },
    );
  });

  it("may bring a first summary alone, from another bot", async () => {
    const { memory } = start();
    const data = { v: 1, summary: "Anna lives in Porto.", turns: [] };
    expect(await memory.chat(chat).import(data)).toEqual({ status: "imported" });
    expect((await memory.open(chat, { turnId: "x" })).summary).toBe("Anna lives in Porto.");
  });

  it("goes into a chat of which nothing is remembered, and after a forget again", async () => {
    const { memory, say } = start();
    await say(2);
    await memory.summarize(chat);
    await say(1, "u");
    const own = memory.chat(chat);
    const data = await own.export();
    expect(await own.import(data)).toEqual({ status: "not_empty" });
    for (const requestId of ["r1", "r2"]) {
      await own.forget({ requestId });
      expect(await own.import(data)).toEqual({ status: "imported" });
      expect(await own.export()).toMatchObject({ summary: data.summary, turns: data.turns });
      expect(await own.import(data)).toEqual({ status: "imported" });
      expect((await own.export()).turns).toEqual(data.turns);
    }
    await say(1, "v");
    expect(await own.import(data)).toEqual({ status: "not_empty" });
  });

  it("that was broken off goes on where it stopped", async () => {
    const from = start();
    await from.say(2);
    await from.memory.summarize(chat);
    await from.say(2, "u");
    const data = await from.memory.chat(chat).export();
    for (let stop = 0; stop <= 4; stop++) {
      const inner = inMemoryStore();
      const store = { ...inner };
      const { memory } = start({ store });
      let writes = 0;
      store.commit = async (...given) => (writes++ < stop ? inner.commit(...given) : broken());
      store.apply = async (...given) => (writes++ < stop ? inner.apply(...given) : broken());
      await expect(memory.chat(chat).import(data)).rejects.toThrow();
      Object.assign(store, inner);
      expect(await memory.chat(chat).import(data)).toEqual({ status: "imported" });
      expect(await memory.chat(chat).export()).toMatchObject({
        summary: data.summary,
        turns: data.turns,
      });
    }
  });

  it("keeps nothing off the record, and nothing of a chat that is forgotten meanwhile", async () => {
    const inner = inMemoryStore();
    const store = { ...inner };
    const { memory } = start({ store });
    const turn = { saidAtMs: 1, user: "a", assistant: "b", covered: false };
    const data = { v: 1, summary: null, turns: [turn] };
    await memory.chat(chat).pause();
    expect(await memory.chat(chat).import(data)).toEqual({ status: "off_record" });
    const summaryAlone = { v: 1, summary: "Anna.", turns: [] };
    expect(await memory.chat(chat).import(summaryAlone)).toEqual({ status: "off_record" });
    await memory.chat(chat).resume();
    store.commit = async (...given) => {
      await inner.forget(chat, "r");
      return inner.commit(...given);
    };
    expect(await memory.chat(chat).import(data)).toEqual({ status: "forgotten" });
  });

  it.each([
    null,
    "text",
    {},
    { v: 2, summary: null, turns: [] },
    { v: 1, summary: 7, turns: [] },
    { v: 1, summary: null },
    { v: 1, summary: null, turns: [{ saidAtMs: 1, user: "", assistant: "b" }] },
    { v: 1, summary: null, turns: [{ saidAtMs: "1", user: "a", assistant: "b" }] },
  ])("refuses what is no export: %j", async (data) => {
    await expect(start().memory.chat(chat).import(data)).rejects.toMatchObject(bad);
  });
});

it("pauses a chat and takes it back on the record, and tells what its answers took", async () => {
  const { memory } = start();
  const own = memory.chat(chat);
  await own.pause();
  const paused = await memory.open(chat, { turnId: "t1" });
  const answered = { user: "hi", assistant: "ho", usage: { input: 3, output: 2 } };
  expect(await paused.commit(answered)).toMatchObject({ status: "off_record" });
  await own.resume();
  const turn = await memory.open(chat, { turnId: "t2" });
  expect(await turn.commit(answered)).toMatchObject({ status: "committed" });
  expect(await own.usage()).toEqual({ input: 3, output: 2, cost: 0 });
});

it("lists the chats of which something is remembered, part by part", async () => {
  const { memory } = start();
  const names = ["a", "b", "c"];
  for (const name of names) {
    const turn = await memory.open(name, { turnId: "t" });
    await turn.commit({ user: "hi", assistant: "ho" });
  }
  const listed: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await memory.chats({ limit: 1, ...(cursor !== null && { cursor }) });
    listed.push(...page.chats.map(({ chat: name, pending }) => `${name}: ${pending}`));
    cursor = page.cursor;
  } while (cursor !== null);
  expect(new Set(listed)).toEqual(new Set(names.map((name) => `${name}: 1`)));
  await expect(memory.chats({ limit: 0 })).rejects.toMatchObject(bad);
});

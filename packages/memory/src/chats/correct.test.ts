import { expect, it } from "vitest";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { chat, start } from "../memory.kit.ts";

it("replaces the summary in both tiers, and the next one builds on it", async () => {
  const { memory, say, archive, summarizer } = start();
  await say(2);
  await memory.summarize(chat);
  const text = " Anna lives in Porto. ";
  expect(await memory.chat(chat).correct(text)).toEqual({ status: "corrected", version: 2 });
  expect(await memory.chat(chat).show()).toMatchObject({
    summary: "Anna lives in Porto.",
    coversThrough: 2,
  });
  expect(await archive.load(chat)).toMatchObject({ summary: "Anna lives in Porto.", version: 2 });
  expect((await memory.open(chat, { turnId: "x" })).pending).toBe(0);
  await say(1, "u");
  await memory.summarize(chat);
  expect(summarizer.inputs.at(-1)).toMatchObject({ previous: "Anna lives in Porto." });
  expect((await memory.chat(chat).show()).coversThrough).toBe(3);
});

it("may be the first summary, of turns that still wait for one and of no turns at all", async () => {
  for (const turns of [0, 2]) {
    const { memory, say, archive } = start();
    await say(turns);
    const chats = memory.chat(chat);
    expect(await chats.correct("Anna.")).toEqual({ status: "corrected", version: 1 });
    expect(await chats.show()).toMatchObject({ summary: "Anna.", coversThrough: 0 });
    expect((await memory.open(chat, { turnId: "x" })).pending).toBe(turns);
    expect(await archive.load(chat)).toMatchObject({ summary: "Anna.", coversThrough: 0 });
    await say(1, "u");
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
  }
});

it("works without an archive", async () => {
  const { memory, say } = start({ archive: undefined });
  await say(1);
  await memory.chat(chat).correct("Anna.");
  expect((await memory.chat(chat).show()).summary).toBe("Anna.");
});

it("refuses an empty text and one that is longer than a summary may be", async () => {
  const { memory, say } = start({ policy: { maxWords: 3 } });
  await say(1);
  await expect(memory.chat(chat).correct(" ")).rejects.toMatchObject({ code: "invalid_argument" });
  const long = await memory.chat(chat).correct("one two three four");
  expect(long).toEqual({ status: "too_long", words: 4, maxWords: 3 });
  expect((await memory.chat(chat).show()).summary).toBeNull();
});

it("says that the archive is late, and brings nothing back of a chat that was forgotten meanwhile", async () => {
  const inner = inMemoryStore();
  const store = { ...inner };
  const { memory, say, archive } = start({ store });
  await say(2);
  await memory.summarize(chat);
  archive.break("save");
  await expect(memory.chat(chat).correct("Anna.")).rejects.toMatchObject({
    code: "archive_unavailable",
    retryable: true,
  });
  archive.mend();
  store.apply = async (...given) => {
    await inner.forget(chat, "r");
    return inner.apply(...given);
  };
  expect(await memory.chat(chat).correct("Anna.")).toEqual({ status: "forgotten" });
  expect(await archive.load(chat)).toBeNull();
});

it("gives way to a summary that came meanwhile", async () => {
  const inner = inMemoryStore();
  const store = { ...inner };
  const { memory, say } = start({ store });
  await say(1);
  store.apply = async () => "conflict";
  expect(await memory.chat(chat).correct("Anna.")).toEqual({ status: "conflict" });
});

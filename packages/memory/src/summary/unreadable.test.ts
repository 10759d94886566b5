import { expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import { openSqlite, sqliteStore } from "../sqlite/index.ts";

/** A chat with a summary in both tiers, whose text in the store becomes bytes that are none. */
async function unreadable() {
  const db = openSqlite(":memory:");
  const bot = start({ store: sqliteStore(db) });
  await bot.say(10);
  await bot.memory.summarize(chat);
  db.prepare("UPDATE tgmem_person SET summary = 'bytes' WHERE user = ?").run(chat);
  await bot.say(10, "u");
  await bot.memory.settled();
  return { ...bot, db };
}

it("an unreadable summary is fetched from the archive again before anything follows on it", async () => {
  const { memory, archive, summarizer } = await unreadable();
  await memory.summarize(chat);
  expect(summarizer.inputs.at(-1)?.previous).toBe("Talked up to turn 10.");
  expect(await archive.load(chat)).toMatchObject({ version: 2, coversThrough: 20 });
});

it("an unreadable summary that the archive has not is left as it is, and nothing follows on it", async () => {
  const { memory, archive, summarizer, db, events } = await unreadable();
  db.prepare("UPDATE tgmem_person SET summary = 'bytes' WHERE user = ?").run(chat);
  await archive.erase(chat, { epoch: Number.MAX_SAFE_INTEGER });
  expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
  expect(summarizer.inputs).toHaveLength(1);
  expect(await archive.load(chat)).toBeNull();
  expect(events).toContainEqual({ type: "unreadable", chat, turns: 0, summary: true });
});

it("a turn that cannot be read is told when it is left out of a summary", async () => {
  const db = openSqlite(":memory:");
  const { memory, say, events } = start({ store: sqliteStore(db) });
  await say(10);
  db.prepare("UPDATE tgmem_turn SET payload = 'bytes' WHERE seq = 5").run();
  expect(await memory.summarize(chat)).toMatchObject({ status: "applied", coversThrough: 10 });
  expect(events).toContainEqual({ type: "unreadable", chat, turns: 1 });
});

it("a turn of a newer version waits for that version, and so does what was said after it", async () => {
  const db = openSqlite(":memory:");
  const { memory, say, summarizer } = start({ store: sqliteStore(db) });
  await say(6);
  db.prepare(`UPDATE tgmem_turn SET payload = '{"v":3}' WHERE seq = 4`).run();
  expect(await memory.summarize(chat)).toMatchObject({ status: "applied", coversThrough: 3 });
  expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
  expect(summarizer.inputs).toHaveLength(1);
});

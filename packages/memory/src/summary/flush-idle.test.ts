import { expect, it } from "vitest";
import { start } from "../memory.kit.ts";

/** A memory in which each of these chats has so many turns. */
async function talked(chats: Readonly<Record<string, number>>) {
  const bot = start();
  for (const [chat, turns] of Object.entries(chats))
    for (let n = 1; n <= turns; n++) {
      const turn = await bot.memory.open(chat, { turnId: `t${n}` });
      await turn.commit({ user: `said ${n}`, assistant: "ok" });
    }
  return bot;
}

const none = {
  applied: 0,
  nothing: 0,
  conflict: 0,
  rejected: 0,
  forgotten: 0,
  deferred: 0,
  failed: 0,
};

it("summarizes whoever fell silent before a summary was due, and each once", async () => {
  const { memory, archive, pass, summarizer } = await talked({ a: 9, b: 1, c: 3 });
  pass(60_000);
  expect(await memory.flushIdle({ idleMs: 50_000 })).toEqual({ ...none, applied: 3 });
  expect(await archive.load("a")).toMatchObject({ coversThrough: 9 });
  expect(await memory.flushIdle({ idleMs: 50_000 })).toEqual(none);
  expect(summarizer.inputs).toHaveLength(3);
});

it("leaves a chat alone in which somebody has just spoken", async () => {
  const { memory, summarizer } = await talked({ a: 9 });
  expect(await memory.flushIdle({ idleMs: 3_600_000 })).toEqual(none);
  expect(summarizer.inputs).toEqual([]);
});

it("goes through more chats than one page of the store's list holds", async () => {
  const chats = Object.fromEntries(Array.from({ length: 230 }, (_, n) => [`chat ${n}`, 1]));
  const { memory, pass } = await talked(chats);
  pass(60_000);
  expect(await memory.flushIdle({ idleMs: 50_000 })).toEqual({ ...none, applied: 230 });
});

it("ends between two chats when its caller goes", async () => {
  const caller = new AbortController();
  const gone = new Error("gone");
  const bot = await talked({ a: 1, b: 1, c: 1 });
  bot.pass(60_000);
  const { memory } = start({
    store: bot.store,
    now: () => Date.now() + 60_000,
    summarizer: {
      async summarize() {
        caller.abort(gone);
        return { text: "Talked." };
      },
    },
  });
  await expect(memory.flushIdle({ idleMs: 50_000, signal: caller.signal })).rejects.toBe(gone);
  const pages = await bot.store.list({ limit: 10 });
  expect(pages.chats.filter(({ pending }) => pending > 0).length).toBeGreaterThanOrEqual(2);
});

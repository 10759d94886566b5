import { expect, it } from "vitest";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { start, chat } from "../memory.kit.ts";

it("tells that a turn is opened, whether it was answered before, and whether a summary may be missing", async () => {
  const { memory, say, events } = start();
  await say(1);
  await memory.settled();
  await memory.open(chat, { turnId: "t1" });
  await memory.open(chat, { turnId: "t2" });
  const opened = { type: "opened", chat };
  expect(events.filter(({ type }) => type === "opened")).toEqual([
    { ...opened, seq: 0, pending: 0, replayed: false, cold: true },
    { ...opened, seq: 1, pending: 1, replayed: true, cold: false },
    { ...opened, seq: 1, pending: 1, replayed: false, cold: false },
  ]);
});

it("tells of stored turns that cannot be read, and of none when all can", async () => {
  const inner = inMemoryStore();
  let unreadable = 0;
  const { memory, events } = start({
    store: {
      ...inner,
      begin: async (...given) => ({ ...(await inner.begin(...given)), unreadable }),
    },
  });
  await memory.open(chat, { turnId: "t1" });
  unreadable = 2;
  await memory.open(chat, { turnId: "t1" });
  expect(events.filter(({ type }) => type === "unreadable")).toEqual([
    { type: "unreadable", chat, turns: 2 },
  ]);
});

it("answers a message with its own turn, not with a later one that holds it too", async () => {
  const { memory, say } = start({ store: inMemoryStore({ window: 2, cap: 20 }) });
  await say(1);
  const merged = await memory.open(chat, { turnId: "m2" });
  const parts = [
    { id: "t1", text: "said t1" },
    { id: "m2", text: "and more" },
  ];
  await merged.commit({ user: "said t1\nand more", assistant: "Both.", parts });
  expect((await memory.open(chat, { turnId: "t1" })).replay).toBe("answered t1");
  await say(1, "u");
  await memory.summarize(chat);
  const again = await memory.open(chat, { turnId: "t1" });
  expect([again.window.length, again.replay]).toEqual([2, undefined]);
});

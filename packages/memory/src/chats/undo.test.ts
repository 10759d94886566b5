import { expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";

const said = async (memory: ReturnType<typeof start>["memory"]) =>
  (await memory.open(chat, { turnId: "x" })).window.map(({ user }) => user);

it("takes the last turn back: it is in no prompt, in no export and in no answer any more", async () => {
  const { memory, say, store } = start();
  await say(3);
  expect(await memory.chat(chat).undo()).toEqual({ status: "undone", summarized: false });
  expect(await said(memory)).toEqual(["said t1", "said t2"]);
  expect((await memory.chat(chat).export()).turns).toHaveLength(2);
  expect((await memory.open(chat, { turnId: "t3" })).replay).toBeUndefined();
  expect(JSON.stringify(await store.begin(chat, "t3"))).not.toContain("said t3");
  expect(await memory.chat(chat).undo()).toMatchObject({ status: "undone" });
  expect(await said(memory)).toEqual(["said t1"]);
});

it("takes one turn back for one request, however often it comes", async () => {
  const { memory, say } = start();
  await say(3);
  for (const _ of [1, 2])
    expect(await memory.chat(chat).undo({ requestId: "r" })).toEqual({
      status: "undone",
      summarized: false,
    });
  expect(await said(memory)).toHaveLength(2);
});

it("takes back what was begun last, not what was answered last", async () => {
  const { memory } = start();
  const first = await memory.open(chat, { turnId: "1", saidAtMs: 1_000 });
  const second = await memory.open(chat, { turnId: "2", saidAtMs: 2_000 });
  await second.commit({ user: "second", assistant: "b" });
  await first.commit({ user: "first", assistant: "a" });
  await memory.chat(chat).undo();
  expect(await said(memory)).toEqual(["first"]);
});

it("says when a summary covers the turn, and when there is none", async () => {
  const { memory, say } = start();
  expect(await memory.chat(chat).undo()).toEqual({ status: "nothing", summarized: false });
  await say(2);
  await memory.summarize(chat);
  const undone = { status: "undone", summarized: true };
  expect(await memory.chat(chat).undo({ requestId: "r" })).toEqual(undone);
  expect(await memory.chat(chat).undo({ requestId: "r" })).toEqual(undone);
});

it("tries again when the turn was edited meanwhile, and takes nothing back of a chat that was forgotten", async () => {
  const inner = inMemoryStore();
  const store = { ...inner };
  const { memory, say } = start({ store });
  await say(1);
  let conflicts = 2;
  store.amend = async (...given) => (conflicts-- > 0 ? "conflict" : inner.amend(...given));
  expect(await memory.chat(chat).undo()).toMatchObject({ status: "undone" });
  await say(1, "u");
  store.amend = async () => "forgotten";
  expect(await memory.chat(chat).undo()).toMatchObject({ status: "nothing" });
  store.amend = async () => "conflict";
  expect(await memory.chat(chat).undo()).toMatchObject({ status: "nothing" });
});

import { expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";

const bad = { code: "invalid_argument", retryable: false };

it.each([
  ["no answer", { user: "hi" }],
  ["an empty answer", { user: "hi", assistant: "" }],
  ["an answer of white space", { user: "hi", assistant: " \n\t" }],
  ["an answer that is an object", { user: "hi", assistant: { text: "secret" } }],
  ["an answer that is null", { user: "hi", assistant: null }],
  ["an empty text", { user: "", assistant: "hello" }],
  ["a text that is an array", { user: ["secret"], assistant: "hello" }],
  ["a part without a text", { user: "hi", assistant: "hello", parts: [{ id: "p" }] }],
  ["a negative usage", { user: "hi", assistant: "hello", usage: { input: -1, output: 1 } }],
  ["a usage of no number", { user: "hi", assistant: "hello", usage: { input: 1 } }],
  ["a cost of no number", { user: "a", assistant: "b", usage: { input: 1, output: 1, cost: NaN } }],
])("refuses to commit %s, and keeps nothing", async (_, turn) => {
  const { memory } = start();
  const opened = await memory.open(chat, { turnId: "t1" });
  // @ts-expect-error: callers of JavaScript may commit anything.
  const error = await opened.commit(turn).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject(bad);
  expect(String(error)).not.toContain("secret");
  expect((await memory.chat(chat).show()).turns).toEqual([]);
  expect(opened.result).toBeNull();
});

it("refuses to amend a turn by an empty text or answer", async () => {
  const { memory, say } = start();
  await say(1);
  const revision = await memory.revise(chat, { turnId: "t1", editId: "e1" });
  await expect(revision.amend({ text: " " })).rejects.toMatchObject(bad);
  await expect(revision.amend({ text: "new", assistant: "" })).rejects.toMatchObject(bad);
  expect((await memory.chat(chat).show()).turns).toMatchObject([{ user: "said t1" }]);
});

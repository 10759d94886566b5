import type { ModelMessage } from "ai";
import type { ChatCompletionMessageParam } from "openai/resources";
import { expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import { cannedSummarizer } from "../testing/index.ts";

it("gives prompts that fit the types of `openai` and `ai` as they are", async () => {
  const { memory, say } = start();
  await say(1);
  const turn = await memory.open(chat, { turnId: "t2" });
  const forOpenai: ChatCompletionMessageParam[] = turn.prompt("hi");
  const forAi: { instructions: string; messages: ModelMessage[] } = {
    messages: turn.messages("hi"),
    instructions: turn.system,
  };
  const revision = await memory.revise(chat, { turnId: "t1", editId: "e1" });
  const edited: (ChatCompletionMessageParam & ModelMessage)[] = revision.prompt("hello");
  expect(forOpenai).toEqual([{ role: "system", content: forAi.instructions }, ...forAi.messages]);
  expect(edited.at(-1)).toEqual({ role: "user", content: "hello" });
});

it("gives arrays that are the caller's, so that changing one changes no other", async () => {
  const { memory, say } = start();
  await say(1);
  const turn = await memory.open(chat, { turnId: "t2" });
  turn.prompt("hi").length = 0;
  turn.messages("hi").pop();
  expect(turn.prompt("hi")).toHaveLength(4);
});

it("has one system message at most, before and after a summary, and none when there is nothing to say", async () => {
  for (const systemPrompt of ["Be kind.", ""]) {
    const { memory, say } = start({ systemPrompt, summarizer: cannedSummarizer("Anna.") });
    const roles = async () => {
      const turn = await memory.open(chat, { turnId: "x" });
      return turn.prompt("hi").filter(({ role }) => role === "system").length;
    };
    expect(await roles()).toBe(systemPrompt === "" ? 0 : 1);
    await say(1);
    await memory.summarize(chat);
    expect(await roles()).toBe(1);
  }
});

it("lets a turn bring a system prompt of its own", async () => {
  const { memory, say } = start({ systemPrompt: "Be kind." });
  await say(1);
  const turn = await memory.open(chat, { turnId: "t2", systemPrompt: "Be brief." });
  expect(turn.prompt("hi")[0]).toEqual({ role: "system", content: "Be brief." });
  expect((await memory.open(chat, { turnId: "t3", systemPrompt: "" })).system).toBe("");
  const ids = { turnId: "t1", editId: "e1" };
  expect((await memory.revise(chat, { ...ids, systemPrompt: "Edit." })).system).toBe("Edit.");
});

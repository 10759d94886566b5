import { AIMessage, HumanMessage, ToolMessage, type BaseMessage } from "@langchain/core/messages";
import { RunnableLambda, RunnableWithMessageHistory } from "@langchain/core/runnables";
import { createMemory, inMemoryStore } from "@tgmem/memory";
import { expect, it } from "vitest";
import { TurnHistory } from "./langchain-history.ts";

const newMemory = () => createMemory({ store: inMemoryStore(), systemPrompt: "Be kind." });

it("gives a chain what was said before, and keeps what it answers", async () => {
  const memory = newMemory();
  const chain = RunnableLambda.from(
    ({ history = [] }: { input: string; history?: BaseMessage[] }) =>
      history.map(({ text }) => text).join("|"),
  );
  const say = async (turnId: string, input: string) => {
    const turn = await memory.open("anna", { turnId });
    const remembering = new RunnableWithMessageHistory({
      runnable: chain,
      getMessageHistory: () => new TurnHistory(turn),
      inputMessagesKey: "input",
      historyMessagesKey: "history",
    });
    return remembering.invoke({ input }, { configurable: { sessionId: "anna" } });
  };
  expect(await say("1", "I am Anna")).toBe("Be kind.");
  expect(await say("2", "Who am I?")).toBe("Be kind.|I am Anna|Be kind.");
});

it("keeps the question and the answer of a turn in which tools were called", async () => {
  const memory = newMemory();
  const turn = await memory.open("anna", { turnId: "1" });
  const call = { id: "call", name: "weather", args: { town: "Lisbon" } };
  await new TurnHistory(turn).addMessages([
    new HumanMessage("How warm is it?"),
    new AIMessage({ content: "", tool_calls: [call] }),
    new ToolMessage({ tool_call_id: "call", content: "21" }),
    new AIMessage("It is 21 degrees."),
  ]);
  expect((await memory.chat("anna").show()).turns).toMatchObject([
    { user: "How warm is it?", assistant: "It is 21 degrees." },
  ]);
});

it("refuses half a turn", async () => {
  const turn = await newMemory().open("anna", { turnId: "1" });
  const history = new TurnHistory(turn);
  await expect(history.addMessages([new HumanMessage("Hello")])).rejects.toMatchObject({
    code: "invalid_argument",
  });
  await expect(history.addMessage()).rejects.toThrow("A turn is remembered whole");
});

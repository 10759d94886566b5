import { describe, expect, it } from "vitest";
import type { ChatMessage } from "../chat-model.ts";
import { offlineModel } from "./offline-model.ts";

const model = offlineModel();
const system: ChatMessage = { role: "system", content: "You are a friendly assistant." };
const summary: ChatMessage = {
  role: "system",
  content:
    "What is known about the person, maybe out of date:\n<summary>\nAda lives in Haifa. She keeps bees.\n</summary>",
};
const user = (content: string): ChatMessage => ({ role: "user", content });
const turns = (...texts: string[]): ChatMessage[] =>
  texts.flatMap((text) => [user(text), { role: "assistant" as const, content: "Noted." }]);
const ask = async (...messages: ChatMessage[]) => (await model.complete(messages)).text;

describe("offlineModel", () => {
  it("says with its first answer that it is offline", async () => {
    expect(await ask(system, user("Hello!"))).toMatch(/^Hello! I am offline/u);
  });

  it("lists what the person said before, and only that", async () => {
    const text = await ask(
      system,
      ...turns("My name is Ada", "I like tea"),
      user("What did I say?"),
    );
    expect(text).toContain("- “My name is Ada”\n- “I like tea”");
    expect(text).not.toContain("Noted.");
  });

  it("tells the two tiers of memory apart", async () => {
    const text = await ask(
      system,
      summary,
      ...turns("I bought a boat"),
      user("what do you remember about me?"),
    );
    expect(text).toContain(
      "From long-term memory (the summary):\nAda lives in Haifa. She keeps bees.",
    );
    expect(text).toContain(
      "From short-term memory (the last turns), you said:\n- “I bought a boat”",
    );
  });

  it("shows what a memory has recalled of long ago, and says that it is from there", async () => {
    const recalled =
      "<recalled>\nFrom earlier in this chat.\n[Monday 8 May 2023]\nthey: My canary is called Balthazar.\nyou: Nice.\n</recalled>\n\n";
    const asked = user(`${recalled}[Friday 2026-11-27 14:05] What is my canary called?`);
    expect(await ask(system, summary, ...turns("I like tea"), asked)).toBe(
      "You told me long ago: “My canary is called Balthazar.” (recalled) (offline)",
    );
    const all = await ask(system, user(`${recalled}What do you remember about me?`));
    expect(all).toContain(
      "From long ago, as it bears on this:\n- “My canary is called Balthazar.”",
    );
  });

  it("knows a name from the last turns and greets by it", async () => {
    expect(await ask(system, ...turns("my name is Ada."), user("What is my name?"))).toContain(
      "Your name is Ada.",
    );
    expect(await ask(system, ...turns("my name is Ada."), user("hi"))).toContain(
      "Hello again, Ada!",
    );
  });

  it("answers a question from the last turns, and else from the summary", async () => {
    expect(
      await ask(system, summary, ...turns("I live in Oslo now"), user("Where do I live?")),
    ).toContain("“I live in Oslo now”");
    expect(
      await ask(system, summary, ...turns("I like tea"), user("What do I keep, bees?")),
    ).toContain("I noted: “She keeps bees.”");
  });

  it("admits that it does not know", async () => {
    expect(await ask(system, user("What is my name?"))).toContain(
      "You have not told me your name yet.",
    );
    expect(await ask(system, user("Why is the sky blue?"))).toContain(
      "I remember nothing about that.",
    );
    expect(await ask(system, user("What did I say?"))).toContain("I remember nothing of you yet");
  });

  it("does not take a lone system prompt for a summary", async () => {
    expect(await ask(system, user("What do you remember?"))).not.toContain("friendly");
  });

  it("marks every answer as made offline", async () => {
    for (const text of [
      "hi",
      "I like tea",
      "help",
      "Why?",
      "What did I say?",
      "What is my name?",
      "tell me a joke",
      "Where do I live?",
    ]) {
      for (const before of [
        [system],
        [system, summary, ...turns("I live in Oslo", "my name is Ada")],
      ]) {
        expect(await ask(...before, user(text))).toMatch(/offline/u);
      }
    }
  });

  it("does not note an order as if it were news", async () => {
    expect(await ask(system, user("tell me a joke"))).toMatch(/^I cannot do that/u);
  });

  it("understands the same in Russian", async () => {
    expect(await ask(system, ...turns("Меня зовут Ада"), user("Как меня зовут?"))).toContain(
      "Your name is Ада.",
    );
    expect(await ask(system, ...turns("Я люблю чай"), user("Что я говорил?"))).toContain(
      "- “Я люблю чай”",
    );
  });

  it("gives the same answer to the same messages", async () => {
    const messages = [system, summary, ...turns("a", "b"), user("c")];
    expect(await model.complete(messages)).toEqual(await model.complete(messages));
  });

  it("refuses an aborted call and an empty prompt", async () => {
    await expect(
      model.complete([user("hi")], { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: "aborted" });
    await expect(model.complete([system])).rejects.toMatchObject({
      code: "invalid_argument",
      retryable: false,
    });
  });
});

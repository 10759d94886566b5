import { offlineModel } from "@tgmem/llm/offline";
import { expect, it } from "vitest";
import { leaseMs, start } from "../worker.kit.ts";
import { textsFor } from "@tgmem/texts";

const { late, unreadable } = textsFor("en");

it("a voice message is answered without the model, in one sentence, and remembered", async () => {
  const bot = start(["Nothing yet."]);
  await bot.say("", { unreadable: "voice" });
  await bot.run();
  expect(await bot.sent()).toEqual([unreadable.voice]);
  expect(bot.calls).toEqual([]);
  expect(await bot.turns()).toEqual([["[sent a voice message]", unreadable.voice]]);
  await bot.say("what did I say?");
  await bot.run();
  expect(bot.calls[0]?.map(({ content }) => content)).toContain("[sent a voice message]");
});

it("a photo with a caption is answered by the model, which knows that it cannot see it", async () => {
  const bot = start(["I cannot see it."]);
  await bot.say("what is this?", { unreadable: "photo" });
  await bot.run();
  expect(await bot.sent()).toEqual(["I cannot see it."]);
  expect(bot.calls[0]?.at(-1)?.content).toMatch(/a photo.*cannot see.*what is this\?$/su);
  expect(await bot.turns()).toEqual([["what is this?\n[sent a photo]", "I cannot see it."]]);
});

it("a reply is asked with what it replies to, and remembered with its beginning", async () => {
  const bot = start(["With milk."]);
  const text = `Tea. ${"Or coffee. ".repeat(50)}`;
  await bot.say("the second one", { quote: { from: "bot", text } });
  await bot.run();
  expect(bot.calls[0]?.at(-1)?.content).toContain(text);
  const [[said = ""] = []] = await bot.turns();
  expect(said).toMatch(/^\[in reply to “Tea\. Or coffee\. .*…”\]\nthe second one$/u);
  expect(said.length).toBeLessThan(250);
});

it("a message that somebody else has taken over while the model thought is neither remembered nor sent", async () => {
  const cut = new AbortController();
  const bot = start([
    () => {
      cut.abort();
      return "too late";
    },
  ]);
  const ref = await bot.say("hi");
  await bot.inbound.take({ max: 1, leaseMs, waitMs: 0 });
  await bot.aiChat(ref, { signal: cut.signal });
  expect(await bot.turns()).toEqual([]);
  expect(await bot.sent()).toEqual([]);
});

it("the offline model answers the person, not what they quote", async () => {
  const bot = start([], { model: offlineModel() });
  await bot.say("my name is Anna");
  await bot.run();
  await bot.sent();
  await bot.say("what is my name?", { quote: { from: "bot", text: "My name is Bob." } });
  await bot.run();
  expect((await bot.sent())[0]).toContain("Your name is Anna.");
  await bot.say("I like this one", { unreadable: "photo", quote: { from: "bot", text: "Hi" } });
  await bot.run();
  expect((await bot.sent())[0]).toContain("Noted: “I like this one”");
});

it("pays for an answer once, however often it cannot be remembered", async () => {
  let isFull = true;
  const bot = start(["Tea.", "Coffee."], { commits: () => !isFull });
  await bot.say("what shall I drink?");
  for (let time = 0; time < 3; time++) {
    await bot.run();
    bot.advance(60_000);
  }
  expect(await bot.sent()).toEqual([late]);
  expect(bot.calls).toHaveLength(1);
  isFull = false;
  await bot.run();
  expect(await bot.sent()).toEqual(["Tea."]);
  expect(bot.calls).toHaveLength(1);
  expect(await bot.turns()).toEqual([["what shall I drink?", "Tea."]]);
});

it("pays for no answer while it is known that none could be remembered, and counts no attempt", async () => {
  let isWritable = false;
  const bot = start(["Tea."], { isWritable: () => isWritable });
  await bot.say("what shall I drink?");
  for (let time = 0; time < 10; time++) {
    await bot.run();
    bot.advance(60_000);
  }
  expect(bot.calls).toEqual([]);
  expect(await bot.inbound.deadLetters({ limit: 1 })).toEqual([]);
  isWritable = true;
  await bot.run();
  expect(await bot.sent()).toEqual([late, "Tea."]);
});

it("asks anew when what is remembered has changed since the answer was paid for", async () => {
  let isFull = false;
  const bot = start(["Hello, Kim.", "Kim, tea.", "Tea."], { commits: () => !isFull });
  await bot.say("I am Kim");
  await bot.run();
  isFull = true;
  await bot.say("what shall I drink?");
  await bot.run();
  isFull = false;
  await bot.memory.chat("42").forget({ requestId: "forget" });
  bot.advance(60_000);
  await bot.run();
  expect(await bot.sent()).toEqual(["Hello, Kim.", "Tea."]);
});

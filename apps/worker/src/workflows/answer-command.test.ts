import { type InboundMessage, summariesQueue } from "@tgmem/contracts";
import { createMemory, inMemoryArchive, inMemoryStore } from "@tgmem/memory";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { answerCommand } from "./answer-command.ts";
import { help } from "./texts.ts";
import { leaseMs, start } from "../worker.kit.ts";

const command = (text: string): InboundMessage => ({
  v: 1,
  chatId: "42",
  userId: "42",
  messageId: 7,
  text,
  sentAtMs: 1,
});

function setup(archive = inMemoryArchive()) {
  const memory = createMemory({ store: inMemoryStore(), archive });
  const summaries = inMemoryQueue(summariesQueue);
  const ask = (text: string) =>
    answerCommand("tg:9:42:7", command(text), { memory, summaries }, new AbortController());
  return { memory, summaries, ask };
}

it.each([
  ["/help", help],
  ["/HELP@our_bot now", help],
  ["/start", `Hello! ${help}`],
  ["/frobnicate", `I do not know that command. ${help}`],
  ["/", `I do not know that command. ${help}`],
])("%s is answered with what the bot understands", async (text, answer) => {
  expect(await setup().ask(text)).toBe(answer);
});

it("is answered beside the chat's lane, without the model", async () => {
  const bot = start([]);
  const { lane } = await bot.say("/help@tgmem_bot");
  await bot.run();
  expect(lane).toBe("command:42");
  expect((await bot.sent())[0]).toContain("/forget");
});

it("/memory shows what is remembered, and /forget erases it", async () => {
  const { memory, summaries, ask } = setup();
  const turn = await memory.open("42", { turnId: "t" });
  await turn.commit({ user: "I live in Lisbon", assistant: "Nice." });
  expect(await ask("/memory")).toBe("The last message:\nYou: I live in Lisbon\nI: Nice.");
  expect(await ask("/forget")).toContain("forgotten everything");
  expect(await ask("/memory")).toContain("nothing about you");
  expect(await summaries.stats()).toMatchObject({ depth: 0 });
});

it("/forget leaves to the summaries list what the archive cannot erase now, as one job however often it is repeated", async () => {
  const { summaries, ask } = setup({
    ...inMemoryArchive(),
    erase: () => Promise.reject(new Error("away")),
  });
  expect(await ask("/forget")).toContain("erased as soon as it can");
  await ask("/forget");
  expect(await summaries.take({ max: 9, leaseMs, waitMs: 0 })).toMatchObject([
    { id: "forget:tg:9:42:7", lane: "42", body: { forget: { requestId: "tg:9:42:7" } } },
  ]);
});

it("/memory shows all of it as it is remembered", async () => {
  const bot = start(["Hm."]);
  await bot.say("", { unreadable: "sticker" });
  await bot.say("why?", { quote: { from: "bot", text: "Because." } });
  await bot.run();
  await bot.say("/memory");
  await bot.run();
  const shown = (await bot.sent()).at(-1);
  expect(shown).toContain("You: [sent a sticker]");
  expect(shown).toContain("You: [in reply to “Because.”]\nwhy?");
});

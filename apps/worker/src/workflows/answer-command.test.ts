import {
  inMemoryForgetMarks,
  type InboundMessage,
  lanesOf,
  summariesQueue,
} from "@tgmem/contracts";
import {
  createMemory,
  inMemoryArchive,
  inMemoryPostings,
  inMemoryStore,
  recallIndex,
  type SummaryArchive,
} from "@tgmem/memory";
import { inMemoryQueue } from "@tgmem/queue";
import { LlmError } from "@tgmem/llm";
import { describe, expect, it } from "vitest";
import { inMemoryStops } from "../stops.ts";
import { answerCommand } from "./answer-command.ts";
import { helpIn, textsFor } from "@tgmem/texts";
import { leaseMs, start } from "../worker.kit.ts";

const texts = textsFor("en");
const help = helpIn(texts);

const command = (text: string): InboundMessage => ({
  v: 1,
  chatId: "42",
  userId: "42",
  messageId: 7,
  text,
  sentAtMs: 1,
});

function setup(archive: SummaryArchive | undefined = inMemoryArchive()) {
  const index = recallIndex(inMemoryPostings());
  const memory = createMemory({ store: inMemoryStore(), archive, recall: index });
  const summaries = inMemoryQueue(summariesQueue);
  const stops = inMemoryStops();
  const forgotten = inMemoryForgetMarks();
  const erased: string[] = [];
  let requests = 0;
  const ask = (text: string, more: Partial<InboundMessage> = {}, id = `tg:9:42:${++requests}`) =>
    answerCommand(
      id,
      { ...command(text), ...more },
      {
        memory,
        summaries,
        stops,
        forgotten,
        eraseFromLists: async (chatId, mark) => {
          expect(await forgotten.of(chatId), "the mark").toEqual(mark);
          expect(await memory.chat(chatId).show(), "memory").toMatchObject({ turns: [] });
          erased.push(chatId);
          return { waiting: 0, letters: 0 };
        },
        operators: { ids: new Set(["42"]), status: async () => "All is well." },
        now: () => 1_000,
      },
      new AbortController(),
    );
  const say = async (user: string) => {
    const turn = await memory.open("42", { turnId: user, speaker: { id: "42", name: "Anna" } });
    await turn.commit({ user, assistant: "Nice." });
  };
  return { memory, index, summaries, stops, erased, ask, say };
}

it.each([
  ["/help", help],
  ["/HELP@our_bot now", help],
  ["/start", `${texts.hello} ${help}`],
  ["/frobnicate", `${texts.unknownCommand} ${help}`],
  ["/", `${texts.unknownCommand} ${help}`],
])("%s is answered with what the bot understands", async (text, answer) => {
  expect(await setup().ask(text)).toBe(answer);
});

it("tells an operator how the bot is, in the operator's own chat alone", async () => {
  const { ask } = setup();
  const unknown = `${texts.unknownCommand} ${help}`;
  expect(await ask("/status")).toBe("All is well.");
  expect(await ask("/status", { chatId: "-7" })).toBe(unknown);
  expect(await ask("/status", { chatId: "43", userId: "43" })).toBe(unknown);
});

it.each([
  ["who has asked", { chatId: "-7", userId: "43" }, texts.stop.stopped],
  ["an administrator", { chatId: "-7", userId: "42", administrator: true }, texts.stop.stopped],
  ["somebody else", { chatId: "-7", userId: "42", administrator: false }, texts.stop.not_yours],
  ["somebody of whom Telegram says nothing", { chatId: "-7" }, texts.stop.not_yours],
  ["somebody in another chat", {}, texts.stop.nothing],
])("/stop in a group stops the answer to one of it, for %s", async (_, by, answer) => {
  const { ask, stops } = setup();
  const making = stops.begin("tg:9:-7:0", { chatId: "-7", userId: "43" });
  expect(await ask("/stop", by)).toBe(answer);
  expect(making.signal.aborted).toBe(answer === texts.stop.stopped);
});

it("is answered beside the chat's lane, without the model", async () => {
  const bot = start([]);
  const { lane } = await bot.say("/help@tgmem_bot");
  await bot.run();
  expect(lane).toBe("command:42");
  expect((await bot.sent())[0]).toContain("/forget");
});

it("/memory shows what is remembered and who said it, and /forget erases it", async () => {
  const { ask, say } = setup();
  await say("I live in Lisbon");
  expect(await ask("/memory")).toBe("The last messages:\nAnna: I live in Lisbon\nI: Nice.");
  expect(await ask("/forget")).toContain("forgotten everything");
  expect(await ask("/memory")).toContain("nothing yet");
});

it("/forget erases what the chat said and what finally failed, from every list, and nothing of other chats", async () => {
  const bot = start([]);
  const letters = async () =>
    Promise.all(
      [bot.inbound, bot.outbound, bot.summaries].map(async (queue) =>
        (await queue.deadLetters({ limit: 9 })).map(({ lane }) => lane),
      ),
    );
  for (const chatId of ["42", "43"]) {
    const body = { v: 1, chatId, userId: chatId, text: "a secret" } as const;
    const message = { ...body, messageId: 1, sentAtMs: 1 };
    for (const lane of lanesOf(chatId)) await bot.inbound.push([{ id: lane, lane, body: message }]);
    await bot.outbound.push([{ id: chatId, lane: chatId, body }]);
    await bot.summaries.push([{ id: chatId, lane: chatId, body: { v: 1, chatId } }]);
  }
  for (const queue of [bot.inbound, bot.outbound, bot.summaries]) {
    const jobs = await queue.take({ max: 9, leaseMs, waitMs: 0 });
    await queue.bury(
      jobs.map(({ receipt }) => receipt),
      { reason: "no" },
    );
  }
  await bot.inbound.acknowledge(9);
  await bot.say("/forget");
  await bot.run();
  expect((await bot.sent()).at(-1)).toContain("forgotten everything");
  expect(await letters()).toEqual([["chat:43", "command:43"], ["43"], ["43"]]);
});

it("/forget erases what waits for an answer, says so, and leaves what was said afterwards", async () => {
  const bot = start([new LlmError("unavailable", "Later."), "Hello!"]);
  await bot.say("a secret");
  await bot.say("more of the secret");
  await bot.run();
  await bot.say("/forget");
  await bot.say("hello");
  await bot.run();
  expect(await bot.sent()).toEqual([`${texts.forgotten} ${texts.forgottenWaiting}`]);
  expect((await bot.inbound.stats()).depth).toBe(1);
  await bot.run();
  expect(await bot.sent()).toEqual(["Hello!"]);
  expect(await bot.turns()).toEqual([["hello", "Hello!"]]);
});

it("/forget erases all that waits, however much that is, and nothing of other chats", async () => {
  const bot = start([new LlmError("unavailable", "Later.")]);
  for (let n = 0; n < 250; n++) await bot.say(`secret ${n}`);
  await bot.run();
  await bot.say("hello", { chatId: "43", userId: "43" });
  await bot.say("/forget");
  const [, lane] = lanesOf("42");
  const jobs = await bot.inbound.take({ max: 9, leaseMs, waitMs: 0 });
  const forget = jobs.find((job) => job.lane === lane);
  await bot.aiChat({ lane, id: forget?.id ?? "" }, new AbortController());
  expect((await bot.inbound.stats()).depth).toBe(1);
});

it.each([
  ["fails and is tried again", new LlmError("unavailable", "Later.")],
  ["finally fails", new LlmError("bad_request", "No.")],
])("what is being answered while the chat is forgotten, and %s, is gone", async (_, error) => {
  const bot = start([
    async () => {
      await bot.say("/forget");
      await bot.run();
      throw error;
    },
  ]);
  await bot.say("a secret");
  await bot.run();
  expect(await bot.sent()).toEqual([texts.forgotten]);
  expect(await bot.inbound.stats()).toMatchObject({ depth: 0, deadLetters: 0 });
  expect(bot.events.map(({ type }) => type)).toEqual(["answered", "forgotten"]);
});

it("what was taken when the chat was forgotten, and not begun, is not answered", async () => {
  const bot = start(["Hi!"]);
  const secret = await bot.say("a secret");
  await bot.inbound.take({ max: 1, leaseMs, waitMs: 0 });
  await bot.say("/forget");
  await bot.run();
  await bot.aiChat(secret, new AbortController());
  expect(await bot.sent()).toEqual([texts.forgotten]);
  expect(await bot.turns()).toEqual([]);
  expect((await bot.inbound.stats()).depth).toBe(0);
});

it("/forget that was cut off before its answer is carried out again, and answered", async () => {
  const bot = start(["Hi!"]);
  await bot.say("a secret");
  await bot.run();
  const push = bot.outbound.push.bind(bot.outbound);
  bot.outbound.push = async () => {
    bot.outbound.push = push;
    throw new Error("OOM command not allowed");
  };
  await bot.say("/forget");
  await bot.run();
  bot.advance(60_000);
  await bot.run();
  expect(await bot.sent()).toEqual(["Hi!", texts.forgotten]);
  expect(await bot.turns()).toEqual([]);
});

it("only /forget erases what finally failed", async () => {
  const { erased, ask } = setup();
  for (const text of ["/memory", "/undo", "/pause", "/resume", "/export"]) await ask(text);
  expect(erased).toEqual([]);
  await ask("/forget");
  expect(erased).toEqual(["42"]);
});

it("/forget leaves to the summaries list to erase once more what may reach the archive late, as one job however often it is repeated", async () => {
  const { summaries, ask } = setup();
  await ask("/forget", {}, "tg:9:42:7");
  await ask("/forget", {}, "tg:9:42:7");
  expect(await summaries.take({ max: 9, leaseMs, waitMs: 0 })).toMatchObject([
    {
      id: "forget:tg:9:42:7",
      lane: "forget:42",
      body: { forget: { requestId: "tg:9:42:7", againAtMs: expect.any(Number) } },
    },
  ]);
});

it("/forget says so when the archive cannot be erased now", async () => {
  const { ask } = setup({
    ...inMemoryArchive(),
    erase: () => Promise.reject(new Error("away")),
  });
  expect(await ask("/forget")).toContain("erased as soon as it can");
});

it("/undo erases the last message and its answer, once for a command that is repeated", async () => {
  const { ask, say } = setup();
  expect(await ask("/undo")).toBe(texts.nothingToUndo);
  await say("first");
  await say("second");
  expect(await ask("/undo", {}, "tg:9:42:70")).toBe(texts.undone);
  expect(await ask("/undo", {}, "tg:9:42:70")).toBe(texts.undone);
  const shown = await ask("/memory");
  expect(shown).toContain("first");
  expect(shown).not.toContain("second");
});

it("/pause keeps what follows off the record, until /resume", async () => {
  const bot = start(["one", "two"]);
  for (const text of ["/pause", "my secret", "/resume", "my cat"]) {
    await bot.say(text);
    await bot.run();
  }
  expect(await bot.sent()).toEqual([texts.paused, "one", texts.resumed, "two"]);
  expect(await bot.turns()).toEqual([["my cat", "two"]]);
});

it("/export gives everything as data that can be imported again", async () => {
  const { memory, ask, say } = setup();
  await say("I live in Lisbon");
  const answer = await ask("/export");
  const [, json = ""] = /```json\n([^]*)\n```$/u.exec(answer) ?? [];
  await memory.chat("77").import(JSON.parse(json));
  expect((await memory.chat("77").show()).turns).toMatchObject([{ user: "I live in Lisbon" }]);
});

const old = (n: number) => ({ turnId: `old${n}`, atMs: n, user: `Old ${n}.`, assistant: "Ok." });

/** Exports a chat of which so many turns have left the window. */
async function exported(count: number) {
  const { index, memory, ask, say } = setup();
  const turns = Array.from({ length: count }, (_, n) => old(n));
  await index.add("42", turns, { epoch: 0 });
  await say("I live in Lisbon");
  const answer = await ask("/export");
  const [, title, json = ""] = /^(.*)\n```json\n([^]*)\n```$/u.exec(answer) ?? [];
  const data = JSON.parse(json);
  expect((await memory.chat("77").import(data)).status).toBe("imported");
  return { title, length: answer.length, ...data };
}

describe("/export of turns that have left the window", () => {
  it("gives them, too", async () => {
    const { title, turns, earlier } = await exported(20);
    expect(title).toBe(texts.exported);
    expect(turns).toMatchObject([{ user: "I live in Lisbon" }]);
    expect(earlier.map(({ user }: { user: string }) => user)).toEqual(
      Array.from({ length: 20 }, (_, n) => `Old ${n}.`),
    );
  });

  it("gives the newest ones and says so when they are too many for a chat", async () => {
    const { title, turns, earlier, length } = await exported(2_000);
    expect(title).toBe(texts.exportedNewest);
    expect(length).toBeLessThan(100_000);
    expect(turns).toMatchObject([{ user: "I live in Lisbon" }]);
    expect(earlier.length).toBeGreaterThan(100);
    expect(earlier.at(-1)).toMatchObject({ user: "Old 1999." });
  });
});

it("speaks the language of the person's client", async () => {
  const { ask } = setup();
  expect(await ask("/help", { language: "de-AT" })).toBe(helpIn(textsFor("de")));
  expect(await ask("/undo", { language: "zh-hans" })).toBe(textsFor("zh").nothingToUndo);
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

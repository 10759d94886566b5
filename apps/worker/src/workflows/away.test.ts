import { LlmError } from "@tgmem/llm";
import { textsFor } from "@tgmem/texts";
import { describe, expect, it } from "vitest";
import { leaseMs, start } from "../worker.kit.ts";

const { away, forgotten, late, paused, resumed } = textsFor("en");
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What the receiver puts on the list of a message that waited so long at Telegram. */
const waited = (waitedMs: number) => ({ sentAtMs: 0, waitedMs });

describe("a message that came too late", () => {
  it("is not answered nor remembered, and its chat gets one line for all of them", async () => {
    const bot = start(["Hi!"]);
    await bot.say("of last week", waited(7 * dayMs));
    await bot.say("/help", waited(2 * dayMs));
    await bot.say("of yesterday", waited(dayMs));
    await bot.say("of today", waited(dayMs - 1));
    await bot.run();
    expect((await bot.sent()).toSorted()).toEqual(["Hi!", away].toSorted());
    expect(await bot.turns()).toEqual([["of today", "Hi!"]]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 0, deadLetters: 0 });
    expect(bot.events.map(({ type }) => type).toSorted()).toEqual([
      "answered",
      "away",
      "away",
      "away",
    ]);
  });

  it("may have waited at Telegram, on the list, or a part of the time at each", async () => {
    const bot = start([]);
    await bot.say("hello", waited(13 * hourMs));
    bot.advance(11 * hourMs);
    await bot.run();
    expect(await bot.sent()).toEqual([away]);
  });

  it("is told of once more at the next absence, though the chat was told of the first one lately", async () => {
    const bot = start(["Hi!"]);
    await bot.say("first absence", waited(30 * hourMs));
    await bot.run();
    bot.advance(60_000);
    await bot.say("here again");
    await bot.run();
    await bot.say("second absence");
    await bot.say("also of the second one");
    bot.advance(25 * hourMs);
    await bot.run();
    expect(await bot.sent()).toEqual([away, "Hi!", away]);
  });

  it("is told of in the language of its person, and in a group as a reply in its topic", async () => {
    const bot = start([]);
    const group = { chatId: "-7", topicId: 5, messageId: 9, language: "de-AT" };
    await bot.say("hallo", { ...waited(2 * dayMs), ...group });
    await bot.say("in another topic", {
      ...waited(2 * dayMs),
      ...group,
      topicId: 6,
      messageId: 10,
    });
    await bot.run();
    const jobs = await bot.outbound.take({ max: 9, leaseMs, waitMs: 0 });
    expect(jobs.map(({ body }) => body)).toEqual([
      {
        v: 1,
        chatId: "-7",
        userId: "42",
        text: textsFor("de").away,
        replyToMessageId: 9,
        topicId: 5,
      },
    ]);
  });

  it("is told of though its process died between the mark and the line", async () => {
    const bot = start([]);
    await bot.say("hello", waited(2 * dayMs));
    const push = bot.outbound.push.bind(bot.outbound);
    const died = Promise.withResolvers<void>();
    bot.outbound.push = () => {
      died.resolve();
      return new Promise(() => {});
    };
    void bot.run();
    await died.promise;
    bot.outbound.push = push;
    bot.advance(leaseMs);
    await bot.run();
    expect(await bot.sent()).toEqual([away]);
  });
});

it("obeys a late command of a person who wants something erased or kept off the record", async () => {
  const bot = start(["Hi!"]);
  await bot.say("a secret");
  await bot.run();
  for (const text of ["/forget", "/pause", "/resume", "/undo"])
    await bot.say(text, waited(9 * dayMs));
  await bot.run();
  expect(await bot.sent()).toEqual(["Hi!", forgotten, paused, resumed, away]);
  expect(await bot.turns()).toEqual([]);
});

it("answers what somebody has tried to answer before, however long ago", async () => {
  const down = new LlmError("unavailable", "The provider failed.");
  const bot = start([down, down, "Hi!"]);
  await bot.say("hello");
  await bot.run();
  bot.advance(60_000);
  await bot.run();
  bot.advance(2 * dayMs);
  await bot.run();
  expect(await bot.sent()).toEqual([late, "Hi!"]);
});

it("sends the answer that a process stored before it died", async () => {
  const bot = start([]);
  const { id } = await bot.say("hello");
  const turn = await bot.memory.open("42", { turnId: id });
  await turn.commit({ user: "hello", assistant: "stored" });
  bot.advance(2 * dayMs);
  await bot.run();
  expect(await bot.sent()).toEqual(["stored"]);
});

it("answers a letter that an operator replays, however old it is", async () => {
  const bot = start([new LlmError("moderated", "Refused."), "Hi!"]);
  await bot.say("hello", waited(hourMs));
  await bot.run();
  bot.advance(3 * dayMs);
  await bot.inbound.replay([1]);
  await bot.run();
  expect((await bot.sent()).at(-1)).toBe("Hi!");
});

it("takes nothing that waited less than a minute for old, however soon a message is given up", async () => {
  const bot = start(["Hi!"], { answerWithinMs: 1_000 });
  await bot.say("hello", waited(59_999));
  await bot.say("of another time", { ...waited(60_000), chatId: "43", userId: "43" });
  await bot.run();
  expect((await bot.sent()).toSorted()).toEqual(["Hi!", away]);
});

import { until } from "@tgmem/processes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Bot } from "./bot.kit.ts";
import { shapes } from "./shapes.kit.ts";
import { withoutLabel } from "./world.kit.ts";

const users = Array.from({ length: 10 }, (_, index) => String(2_001 + index));
const operator = "2999";
const messagesEach = 30;
const total = users.length * messagesEach;
const textOf = (user: string, index: number) => `message ${index} of ${user}`;

const asker = "2998";

describe.each(shapes)("$name", ({ open }) => {
  let bot: Bot;
  let telegram: Bot["telegram"];
  beforeAll(async () => {
    bot = await open([...users, asker, operator]);
    ({ telegram } = bot);
  }, 900_000);
  afterAll(() => bot.close());

  it("replies to 10 users × 30 messages on Telegram once each and in order, over three disconnects, a restart of the receiver and a killed sender", async () => {
    await bot.startAll();
    const replies = (count: number) =>
      until(() => telegram.sent.length >= count, { timeoutMs: 240_000, what: `${count} replies` });
    const say = (from: number, to: number) => {
      for (let index = from; index < to; index++)
        for (const user of users) telegram.say(user, textOf(user, index));
    };

    say(0, 8);
    telegram.faults.dropConnections();
    await replies(20);
    await bot.restart("sender");
    say(8, 15);
    telegram.faults.dropConnections();
    await replies(80);
    expect(await bot.stop("receiver", "SIGTERM")).toBe(0);
    say(15, 22);
    await bot.start("receiver");
    say(22, messagesEach);
    telegram.faults.dropConnections();
    await replies(total);
    await until(async () => (await bot.outbound.stats()).depth === 0, { timeoutMs: 60_000 });

    for (const user of users)
      expect(
        telegram.sent.filter(({ chatId }) => chatId === user).map(({ text }) => withoutLabel(text)),
      ).toEqual(
        Array.from({ length: messagesEach }, (_, index) => `You said: ${textOf(user, index)}`),
      );
    expect(telegram.sent).toHaveLength(total);
    expect(await bot.stopAll("SIGTERM")).toEqual(bot.processes.map(() => 0));
    expect(bot.output()).not.toContain("message 0 of");
  }, 900_000);

  it("tells an operator who asks in Telegram how all its processes and the lists are", async () => {
    await bot.startAll({ ADMIN_USER: operator });
    const sent = (chat: string) =>
      telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
    telegram.say(operator, "/status");
    telegram.say("2001", "/status");
    await until(() => sent(operator).length > 0 && sent("2001").length > messagesEach);
    for (const name of bot.processes)
      expect(sent(operator)[0]).toMatch(new RegExp(`${name}: (?:not )?ready`));
    expect(sent(operator)[0]).toMatch(/inbound: [12] wait/);
    expect(sent("2001").at(-1)).toContain("I do not know that command.");
    expect(await bot.stopAll("SIGTERM")).toEqual(bot.processes.map(() => 0));
  }, 300_000);

  async function answerTo(text: string) {
    const before = telegram.sent.length;
    telegram.say(asker, text);
    await until(() => telegram.sent.length > before, { timeoutMs: 120_000, what: text });
    return telegram.sent.at(-1)?.text;
  }

  it("lets a chat choose its model, which answers also after the worker was killed", async () => {
    await bot.startAll({ MODELS: "fake/first, fake/second" });
    const askedModel = async (text: string) => {
      await answerTo(text);
      const isOf = ({ content }: { content: string }) => content.endsWith(text);
      return bot.model.requests.find(({ messages }) => messages.some(isOf))?.model;
    };
    expect(await askedModel("who answers at first?")).toBe("fake/chat");
    expect(await answerTo("/model 2")).toBe("From now on this model answers here: fake/second");
    expect(await askedModel("who answers now?")).toBe("fake/second");
    await bot.restart("worker");
    expect(await askedModel("who answers after the restart?")).toBe("fake/second");
    expect(await answerTo("/model default")).toBe("From now on the usual model answers here.");
    expect(await askedModel("who answers in the end?")).toBe("fake/chat");
  }, 300_000);
});

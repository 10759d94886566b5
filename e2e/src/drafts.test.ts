import { until } from "@tgmem/processes";
import { textsFor } from "@tgmem/texts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Bot } from "./bot.kit.ts";
import { dictation } from "./dictation.kit.ts";
import { shapes } from "./shapes.kit.ts";

const first = "Once upon a time there was a mouse that lived in a *house*. ";
const second = "It had a name, which nobody knew but the cat next door. ";
const third = "And that is all.";
const whole =
  "Once upon a time there was a mouse that lived in a house. It had a name, which nobody knew but the cat next door. And that is all.";
/** In what was written of an answer that did not come, and in nothing else. */
const mark = `zanzibar${Date.now()}`;

const people = Array.from({ length: 11 }, (_, index) => String(3_000 + index));
const groups = ["-1001000000123", "-1001000000124"] as const;

describe.each(shapes)("$name", ({ name, open }) => {
  let bot: Bot;
  let telegram: Bot["telegram"];
  let asked: ReturnType<typeof dictation>;

  beforeAll(async () => {
    bot = await open([...people, ...groups]);
    ({ telegram } = bot);
    asked = dictation(bot.model);
    await bot.startAll();
    await makeKnown("3000");
  }, 900_000);
  afterAll(() => bot.close());

  /** A model of which nothing is known is shown at the end of its first answer alone. */
  async function makeKnown(person: string) {
    telegram.say(person, "hello");
    const answer = await asked("hello");
    answer.write("Hi.");
    answer.end();
    await grows(person, "Hi.");
  }

  const textsOf = (chat: string) =>
    telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);

  /** Waits until the one message of a chat begins, or is, as given. */
  const grows = (chat: string, beginning: string) =>
    until(() => textsOf(chat).some((text) => text.startsWith(beginning)), {
      what: `${chat} to show ${beginning}`,
    });
  const shows = (chat: string, ...texts: readonly string[]) =>
    expect.poll(() => textsOf(chat), { timeout: 120_000 }).toEqual(texts);

  const settled = () =>
    until(async () => (await bot.outbound.stats()).depth === 0, { what: "all to be sent" });

  it("shows an answer as it grows, as one message that is the whole answer in the end, and keeps no part of it", async () => {
    telegram.say("3001", "a story for 3001");
    const answer = await asked("3001");
    answer.write(first);
    await grows("3001", "Once upon a time there was a mouse that lived in a house.");
    answer.write(second);
    await grows("3001", "Once upon a time there was a mouse that lived in a house. It had");
    expect(textsOf("3001")).toHaveLength(1);
    expect(await bot.texts()).not.toContain("a mouse");
    answer.write(third);
    answer.end();
    await shows("3001", whole);
    await settled();
    expect(bot.output()).not.toContain("a mouse");
    // The search finds what is there: now it is remembered.
    expect(await bot.texts()).toContain("a mouse");
  }, 180_000);

  it("shows the pages that an answer draws on as links below it, once it is whole", async () => {
    telegram.say("3009", "does it rain?");
    const answer = await asked("rain");
    answer.cite({ url: "https://example.org/rain?in=(Lisbon)", title: "Rain in [Lisbon]" });
    answer.write(first);
    await grows("3009", "Once");
    answer.end();
    const text = `${whole.slice(0, whole.indexOf(" It had"))}\n\nSources:\n\n1. Rain in Lisbon`;
    await shows("3009", text);
    expect(telegram.sent.find(({ chatId }) => chatId === "3009")?.entities).toContainEqual(
      expect.objectContaining({
        _: "messageEntityTextUrl",
        url: "https://example.org/rain?in=%28Lisbon%29",
        offset: text.indexOf("Rain"),
        length: "Rain in Lisbon".length,
      }),
    );
  }, 180_000);

  // One process has no sender that could be killed alone.
  it.runIf(name === "four apps")(
    "shows the whole answer once when the sender is killed while it grows",
    async () => {
      telegram.say("3002", "a story for 3002");
      const answer = await asked("3002");
      answer.write(first);
      await grows("3002", "Once");
      await bot.stop("sender", "SIGKILL");
      answer.write(second);
      await bot.start("sender");
      answer.write(third);
      answer.end();
      await shows("3002", whole);
      await settled();
      expect(textsOf("3002")).toEqual([whole]);
    },
    180_000,
  );

  it("shows the whole answer of the next try, once, when the model dies while it grows", async () => {
    telegram.say("3003", "a story for 3003");
    const torn = await asked("3003");
    torn.write(`Of ${mark} there is much to tell, and more than that to keep. `);
    await grows("3003", `Of ${mark}`);
    torn.die();
    const answer = await asked("3003");
    answer.write(first + second + third);
    answer.end();
    await shows("3003", whole);
    await settled();
    expect(await bot.texts()).not.toContain(mark);
    expect(bot.output()).not.toContain(mark);
  }, 180_000);

  it("leaves an apology alone, and nothing of the torn answer beside it, when there is no answer in the end", async () => {
    telegram.say("3004", "a story for 3004");
    const torn = await asked("3004");
    torn.write(`Of ${mark} there is much to tell, and more than that to keep. `);
    await grows("3004", `Of ${mark}`);
    torn.filter();
    await shows("3004", textsFor("en").refused);
    await settled();
    expect(textsOf("3004")).toHaveLength(1);
  }, 180_000);

  it("shows the whole answer once in every chat and topic when the worker is killed while all grow", async () => {
    const [group] = groups;
    const places = [
      { person: "3005", chat: "3005", where: {} },
      { person: "3006", chat: "3006", where: {} },
      { person: "3007", chat: group, where: { group, topic: 7 } },
    ] as const;
    for (const { person, where } of places)
      telegram.say(person, `@test_bot a story for ${person}`, where);
    for (const { person, chat } of places) {
      const answer = await asked(person);
      answer.write(`Of ${mark} there is much to tell to ${person}, and more. `);
      await grows(chat, `Of ${mark}`);
    }
    await bot.restart("worker");
    await Promise.all(
      places.map(async ({ person, chat }) => {
        const answer = await asked(person);
        answer.write(`${first}It is for ${person}. `);
        answer.write(second + third);
        answer.end();
        await shows(chat, whole.replace("house. ", `house. It is for ${person}. `));
      }),
    );
    await settled();
    expect(telegram.sent.filter(({ chatId }) => chatId === group)).toMatchObject([{ topicId: 7 }]);
  }, 300_000);

  it("ends an answer at /stop while it grows: what was shown stays and is remembered, and the model is let go", async () => {
    const { stop } = textsFor("en");
    telegram.say("3008", "a story for 3008");
    const answer = await asked("3008");
    answer.write(first);
    await grows("3008", "Once upon a time there was a mouse that lived in a house.");
    telegram.say("3008", "/stop");
    const cut = `${first.replaceAll("*", "").trim()} […]`;
    await until(() => answer.isLetGo(), { what: "the model to be let go" });
    await shows("3008", cut, stop.stopped);
    telegram.say("3008", "/stop");
    await shows("3008", cut, stop.stopped, stop.nothing);
    const { stdout } = await bot.tgmem("memory", "export", "3008");
    expect(JSON.parse(stdout).turns).toMatchObject([{ user: "a story for 3008", cut: true }]);
    telegram.say("3008", "go on with the mouse");
    const next = await asked("go on");
    next.write(third);
    next.end();
    await shows("3008", cut, stop.stopped, stop.nothing, third);
  }, 180_000);

  it("ends an answer at the /stop of whoever asked for it in a group, and of nobody else there", async () => {
    const { stop } = textsFor("en");
    const [, group] = groups;
    telegram.say("3009", "@test_bot a story for 3009", { group });
    const answer = await asked("3009");
    answer.write(first);
    await grows(group, "Once");
    telegram.say("3010", "/stop@test_bot", { group });
    await until(() => textsOf(group).includes(stop.not_yours), { what: "that it is not theirs" });
    expect(answer.isLetGo()).toBe(false);
    telegram.say("3009", "/stop@test_bot", { group });
    await until(() => answer.isLetGo(), { what: "the model to be let go" });
    await until(() => textsOf(group).includes(stop.stopped), { what: "that it has stopped" });
    await until(() => textsOf(group).some((text) => text.endsWith(" […]")), { what: "the cut" });
  }, 180_000);
});

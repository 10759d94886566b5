import { until } from "@tgmem/processes";
import { textsFor } from "@tgmem/texts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Bot } from "./bot.kit.ts";
import { shapes } from "./shapes.kit.ts";
import { withoutLabel } from "./world.kit.ts";

const { newcomer } = textsFor("en");
const operator = "7";

describe.each(shapes)("$name", ({ open }) => {
  let bot: Bot;
  let telegram: Bot["telegram"];

  beforeAll(async () => {
    bot = await open([]);
    ({ telegram } = bot);
    await bot.startAll({ ADMIN_USER: operator, ASK_ADMIN: "on", STREAM_ANSWERS: "off" });
  }, 900_000);
  afterAll(() => bot.close());

  /** Kills what knows people by Telegram, and starts it again. */
  const restart = () => bot.restart("receiver", "sender");

  const textsTo = (chat: string) =>
    telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => withoutLabel(text));
  const answered = (chat: string, text: string) =>
    until(() => textsTo(chat).includes(`You said: ${text}`), { what: `an answer to ${text}` });
  const questionAbout = (person: string) =>
    until(
      () =>
        telegram.sent.find(
          ({ chatId, text }) => chatId === operator && text.includes(`(${person})`),
        ),
      { what: `a question about ${person}` },
    );
  /** How often the model was asked about words of these people. */
  const asked = (word: string) =>
    bot.model.requests.filter(({ messages }) => JSON.stringify(messages).includes(word)).length;

  const admissions = () => textsTo("44").filter((text) => text === newcomer.admitted);

  let queryId = 1_000n;
  /** Resolves when the bot has answered a press that says so, whether or not there is such a button. */
  async function pressed(by: string, data: string): Promise<void> {
    const query = ++queryId;
    telegram.push({
      _: "updateBotCallbackQuery",
      query_id: query,
      user_id: BigInt(by),
      peer: { _: "peerUser", user_id: BigInt(by) },
      msg_id: 1,
      chat_instance: 1n,
      data: Buffer.from(data),
    });
    await until(() => telegram.requests.some((one) => one["query_id"] === query), {
      what: `an answer to a press of ${by}`,
    });
  }

  /** Whatever was said before in other chats is looked at by the time the operator has an answer. */
  async function settled(mark: string) {
    telegram.say(operator, mark);
    await answered(operator, mark);
  }

  it("costs no call of the model and no answer what a stranger, a blocked and a revoked person write, also over restarts", async () => {
    telegram.introduce("99", { firstName: "Eve" });
    telegram.introduce("55", { firstName: "Ben" });
    expect(await bot.tgmem("people", "block", "66")).toMatchObject({ code: 0 });
    expect(await bot.tgmem("people", "allow", "55")).toMatchObject({ code: 0 });
    telegram.say("55", "let in");
    await answered("55", "let in");
    expect(await bot.tgmem("people", "revoke", "55")).toMatchObject({ code: 0 });
    const say = (word: string) => {
      for (const person of ["99", "66", "55"]) telegram.say(person, `${word} of ${person}`);
    };
    say("unheard");
    await settled("one");
    await restart();
    say("unheard");
    await settled("two");
    await Promise.all(["99", "55"].map(questionAbout));
    expect(asked("unheard")).toBe(0);
    expect(textsTo("66")).toEqual([]);
    expect(textsTo("99")).toEqual([newcomer.asked]);
    expect(textsTo("55")).toEqual(["You said: let in", newcomer.asked]);
  }, 300_000);

  it("sends nothing to them that stands on the outbound list, whoever has put it there", async () => {
    for (const person of ["99", "66", "55"])
      expect(await bot.tgmem("send", person, "a letter")).toMatchObject({ code: 0 });
    await until(async () => (await bot.outbound.stats()).depth === 0, { what: "all to be sent" });
    for (const person of ["99", "66", "55"]) expect(textsTo(person)).not.toContain("a letter");
  }, 120_000);

  it("answers whom the operator allows, from the next message on, and no more once that is revoked", async () => {
    const { messageId } = await questionAbout("99");
    telegram.press(operator, messageId, "Allow");
    await until(() => textsTo("99").includes(newcomer.admitted), { what: "that they may talk" });
    telegram.say("99", "hello again");
    await answered("99", "hello again");
    const { stdout } = await bot.tgmem("people", "list", "--json");
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ id: "99", standing: "allowed", name: "Eve", by: operator }),
    );
    expect(await bot.tgmem("people", "revoke", "99")).toMatchObject({ code: 0 });
    await restart();
    telegram.say("99", "after the end");
    await settled("three");
    expect(asked("after the end")).toBe(0);
    expect(textsTo("99").filter((text) => text.startsWith("You said"))).toHaveLength(1);
  }, 300_000);

  it("lets somebody in once by the operator's press, and not at all by one of somebody else, or one that comes too late", async () => {
    telegram.say("44", "unheard of 44");
    const { messageId } = await questionAbout("44");
    for (const stranger of ["44", "66"]) await pressed(stranger, "people:allow:44");
    await settled("four");
    expect(admissions()).toEqual([]);
    for (let time = 0; time < 2; time++) telegram.press(operator, messageId, "Allow");
    await until(() => admissions().length > 0, { what: "that they may talk" });
    await restart();
    await pressed(operator, "people:allow:44");
    await pressed(operator, "people:block:44");
    telegram.say("44", "let in as 44");
    await answered("44", "let in as 44");
    expect(admissions()).toHaveLength(1);
    expect(await bot.tgmem("people", "revoke", "44")).toMatchObject({ code: 0 });
    await pressed(operator, "people:allow:44");
    telegram.say("44", "too late for 44");
    await settled("five");
    expect(asked("too late")).toBe(0);
    expect(admissions()).toHaveLength(1);
  }, 300_000);

  it("keeps no word of them", () => {
    expect(bot.output()).not.toContain("unheard");
  });
});

import { setTimeout as pause } from "node:timers/promises";
import { faults, httpError } from "@tgmem/openrouter-test-server";
import { until } from "@tgmem/processes";
import { textsFor } from "@tgmem/texts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Bot } from "./bot.kit.ts";
import { shapes } from "./shapes.kit.ts";
import { withoutLabel } from "./world.kit.ts";

const { apology, late, lateForOperator } = textsFor("en");

const idsFrom = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => String(from + index));
const people = {
  inOutage: idsFrom(30, 1_000),
  withWrongKey: "2000",
  summarized: idsFrom(120, 3_000),
  besides: idsFrom(10, 4_000),
  limited: idsFrom(30, 5_000),
};

const isChat = ({ model }: { readonly model: string }) => model === "fake/chat";
const isSummary = ({ model }: { readonly model: string }) => model === "fake/summary";

describe.each(shapes)("$name", ({ name, open }) => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await open(Object.values(people).flat());
    // Every message makes a summary due.
    await bot.startAll({ SUMMARIZE_EVERY: "1", STREAM_ANSWERS: "off" });
  }, 900_000);
  afterAll(() => bot.close());
  afterEach(() => bot.model.reset());

  let count = 0;
  function say(user: string): string {
    const text = `hello ${++count}`;
    bot.telegram.say(user, text);
    return text;
  }

  /** What a person reads. */
  const readBy = (user: string) =>
    bot.telegram.sent.filter(({ chatId }) => chatId === user).map(({ text }) => withoutLabel(text));

  /** Waits until every person has read an answer to all that they said, in order, and nothing else but the given lines. */
  async function allAnswered(
    said: ReadonlyMap<string, readonly string[]>,
    { lines, timeoutMs }: { readonly lines: readonly string[]; readonly timeoutMs: number },
  ) {
    const answersOf = (user: string) => readBy(user).filter((text) => !lines.includes(text));
    const wanted = (user: string) => (said.get(user) ?? []).map((text) => `You said: ${text}`);
    const users = [...said.keys()];
    await until(() => users.every((user) => answersOf(user).length >= wanted(user).length), {
      timeoutMs,
      what: "an answer to everybody",
    });
    for (const user of users) expect(answersOf(user)).toEqual(wanted(user));
    expect(await bot.inbound.deadLetters({ limit: 9 })).toEqual([]);
    return { linesOf: (user: string) => readBy(user).filter((text) => lines.includes(text)) };
  }

  /** One of the people says something every second, each in turn. */
  async function talk(users: readonly string[], seconds: number) {
    const said = new Map<string, string[]>(users.map((user) => [user, []]));
    for (let second = 0; second < seconds; second++) {
      const user = users[second % users.length] ?? "";
      said.get(user)?.push(say(user));
      await pause(1_000);
    }
    return said;
  }

  it("answers everybody who writes during an outage of 30 seconds, and apologizes to nobody", async () => {
    bot.model.when(isChat, httpError(503));
    const said = await talk(people.inOutage, 30);
    bot.model.reset();
    await allAnswered(said, { lines: [late], timeoutMs: 120_000 });
  }, 300_000);

  it("tells at once that an operator has to look at a wrong key, once, and answers when it is mended", async () => {
    const user = people.withWrongKey;
    bot.model.when(isChat, httpError(401, { message: "User not found." }));
    const said = new Map([[user, [say(user)]]]);
    await until(() => readBy(user).length > 0, { timeoutMs: 60_000, what: "a line" });
    expect(readBy(user)).toEqual([lateForOperator]);
    const asked = bot.model.requests.length;
    await until(() => bot.model.requests.length > asked, { timeoutMs: 60_000, what: "a try" });
    bot.model.reset();
    const { linesOf } = await allAnswered(said, { lines: [lateForOperator], timeoutMs: 120_000 });
    expect(linesOf(user)).toEqual([lateForOperator]);
    expect(bot.output()).toContain("check OPEN_ROUTER_API_KEY");
  }, 300_000);

  it("answers everybody while 120 summaries hang", async () => {
    bot.model.when(isSummary, faults.silence());
    const hanging = new Map<string, string[]>();
    for (const user of people.summarized) hanging.set(user, [say(user)]);
    await allAnswered(hanging, { lines: [], timeoutMs: 120_000 });
    const summaries = () => bot.model.requests.filter(isSummary).length;
    await until(() => summaries() >= 10, { timeoutMs: 60_000, what: "hanging summaries" });

    const said = new Map<string, string[]>();
    for (const user of people.besides) said.set(user, [say(user)]);
    await allAnswered(said, { lines: [], timeoutMs: 45_000 });
  }, 300_000);

  // What it does then is the same code in every shape, and would take four minutes more.
  it.runIf(name === "four apps")(
    "answers everybody who writes while a provider limits its rate for three minutes",
    async () => {
      bot.model.when(isChat, httpError(429, { message: "Rate limit exceeded: 20 per minute" }));
      const users = people.limited;
      const said = await talk(users, 180);
      bot.model.reset();
      const { linesOf } = await allAnswered(said, { lines: [late], timeoutMs: 180_000 });
      // Everybody was told that it takes longer: the first who waited, not each message behind it.
      for (const user of users) expect(linesOf(user)).toEqual([late]);
      expect(bot.output()).not.toContain(apology);
    },
    600_000,
  );
});

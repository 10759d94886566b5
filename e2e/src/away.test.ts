import { until } from "@tgmem/processes";
import { textsFor } from "@tgmem/texts";
import { expect, it, onTestFinished } from "vitest";
import { shapes } from "./shapes.kit.ts";
import { withoutLabel } from "./world.kit.ts";

const ago = (hours: number) => ({
  fields: { date: Math.floor(Date.now() / 1_000) - hours * 3_600 },
});

it.for(shapes)(
  "answers after a stop what is of today, and tells each chat once that it was away when the rest came ($name)",
  { timeout: 900_000 },
  async ({ open }) => {
    const bot = await open(["42", "43"]);
    onTestFinished(() => bot.close());
    const { telegram } = bot;
    const variables = { STREAM_ANSWERS: "off" };
    telegram.say("42", "before the first log-in");
    await bot.start("receiver", variables);
    expect(await bot.stop("receiver", "SIGTERM")).toBe(0);
    telegram.say("42", "of last week", ago(170));
    telegram.say("42", "of the day before yesterday", ago(40));
    telegram.say("43", "/help", ago(30));
    telegram.say("43", "/forget", ago(29));
    telegram.say("42", "of today", ago(20));
    await bot.startAll(variables);
    await until(() => telegram.sent.length === 4, { timeoutMs: 240_000, what: "four replies" });
    telegram.say("43", "here again");
    await until(() => telegram.sent.length === 5, { timeoutMs: 240_000, what: "one more" });

    const { away, forgotten } = textsFor("en");
    const sentTo = (chat: string) =>
      telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => withoutLabel(text));
    expect(sentTo("42")).toEqual([away, "You said: of today"]);
    expect(sentTo("43")).toEqual([away, forgotten, "You said: here again"]);
  },
);

import { until } from "@tgmem/processes";
import { textsFor } from "@tgmem/texts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTelegramWorld, type TelegramWorld } from "./telegram.kit.ts";
import { withoutLabel } from "./world.kit.ts";

const ago = (hours: number) => ({
  fields: { date: Math.floor(Date.now() / 1_000) - hours * 3_600 },
});

let here: TelegramWorld;
beforeAll(async () => void (here = await createTelegramWorld()), 900_000);
afterAll(() => here.close());

it("answers after a stop what is of today, and tells each chat once that it was away when the rest came", async () => {
  const { world, telegram } = here;
  const env = {
    ...here.env,
    SEND_CHAT_INTERVAL_MS: "0",
    STREAM_ANSWERS: "off",
  };
  telegram.say("42", "before the first log-in");
  const receiver = await world.start("receiver", env);
  expect(await receiver.stop("SIGTERM")).toBe(0);
  telegram.say("42", "of last week", ago(170));
  telegram.say("42", "of the day before yesterday", ago(40));
  telegram.say("43", "/help", ago(30));
  telegram.say("43", "/forget", ago(29));
  telegram.say("42", "of today", ago(20));
  await world.start("worker", { STREAM_ANSWERS: "off" });
  await world.start("consumer");
  await world.start("sender", env);
  await world.start("receiver", env);
  await until(() => telegram.sent.length === 4, { timeoutMs: 240_000, what: "four replies" });
  telegram.say("43", "here again");
  await until(() => telegram.sent.length === 5, { timeoutMs: 240_000, what: "one more" });

  const { away, forgotten } = textsFor("en");
  const sentTo = (chat: string) =>
    telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => withoutLabel(text));
  expect(sentTo("42")).toEqual([away, "You said: of today"]);
  expect(sentTo("43")).toEqual([away, forgotten, "You said: here again"]);
}, 900_000);

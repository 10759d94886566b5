import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "@tgmem/processes";
import { botAccount, startTelegramServer, type TelegramServer } from "@tgmem/telegram-test-server";
import { textsFor } from "@tgmem/texts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, withoutLabel, type World } from "./world.kit.ts";

const ago = (hours: number) => ({
  fields: { date: Math.floor(Date.now() / 1_000) - hours * 3_600 },
});

let world: World;
let telegram: TelegramServer;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  telegram = await startTelegramServer();
  folder = await mkdtemp(join(tmpdir(), "tgmem-e2e-"));
}, 900_000);
afterAll(async () => {
  await world.close();
  await telegram.close();
  await rm(folder, { recursive: true });
});

it("answers after a stop what is of today, and tells each chat once that it was away when the rest came", async () => {
  const env = {
    ...telegram.env,
    TELEGRAM_API_ID: "1",
    TELEGRAM_API_HASH: "hash",
    TELEGRAM_BOT_TOKEN: botAccount.botToken,
    TELEGRAM_SESSION: join(folder, "receiver"),
    TELEGRAM_SENDER_SESSION: join(folder, "sender"),
    MERGE_WINDOW_MS: "0",
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

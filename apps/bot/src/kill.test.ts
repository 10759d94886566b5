import { until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { botWorld, people as chats } from "./bot.kit.ts";

const rounds = 5;

it("answers everybody once and in order, although it is killed over and over with a hundred messages on the way", async () => {
  const { telegram, start } = await botWorld();
  let bot = await start();
  for (let round = 1; round <= rounds; round++)
    for (const chat of chats) telegram.say(chat, `message ${round}`);
  const answers = (chat: string) =>
    telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
  const count = () => chats.reduce((sum, chat) => sum + answers(chat).length, 0);
  for (const atLeast of [1, 20, 50]) {
    await until(() => count() >= atLeast, { what: `${atLeast} answers` });
    await bot.stop("SIGKILL");
    bot = await start();
  }
  await until(
    () => chats.every((chat) => answers(chat).at(-1)?.includes(`message ${rounds}`) === true),
    { what: "all answers", timeoutMs: 120_000 },
  );
  const expected = Array.from({ length: rounds }, (_, index) => `message ${index + 1}`);
  for (const chat of chats)
    expect(answers(chat).map((text) => /message \d+/u.exec(text)?.[0])).toEqual(expected);
});

import { until } from "@tgmem/processes";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { answersByChat, botWorld, people as chats } from "./bot.kit.ts";

const messagesOfChat = 5;
/** How many of the hundred messages on the way are answered when the bot is killed, each time. */
const moments = fc.sample(fc.nat({ max: 90 }), { seed: 20, numRuns: 10 });

it("answers everybody once and in order, although it is killed ten times with a hundred messages on the way", async () => {
  const { telegram, start } = await botWorld();
  let bot = await start();
  let said = 0;
  for (const moment of moments) {
    const before = telegram.sent.length;
    const all = before + chats.length * messagesOfChat;
    for (let count = 0; count < messagesOfChat; count++) {
      said++;
      for (const chat of chats) telegram.say(chat, `message ${said}`);
    }
    await until(() => telegram.sent.length >= before + moment, { what: `${moment} answers` });
    await bot.stop("SIGKILL");
    expect(telegram.sent.length, "answered at the kill").toBeLessThan(all);
    bot = await start();
    await until(() => telegram.sent.length >= all, { what: `all of ${all}` });
  }
  const expected = Array.from({ length: said }, (_, index) => `message ${index + 1}`);
  expect(answersByChat(telegram)).toEqual(new Map(chats.map((chat) => [chat, expected])));
}, 600_000);

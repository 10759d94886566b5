import { until } from "@tgmem/processes";
import { keepFull, testDisks } from "@tgmem/testbed";
import { expect, it, onTestFinished } from "vitest";
import { answersByChat, botWorld, people as chats } from "./bot.kit.ts";

const messagesOfChat = 5;
const disks = testDisks();

it.skipIf(disks.missing)(
  "answers everybody once and in order, and says once what is wrong and once that it is over, when its disk is full for a while with a hundred messages on the way",
  async () => {
    const { telegram, data, start } = await botWorld();
    disks.mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", data);
    onTestFinished(() => disks.unmount(data));
    const bot = await start();
    const lines = (words: string, level: number) =>
      bot
        .output()
        .split("\n")
        .filter((line) => line.includes(words) && line.includes(`"level":${level},`));
    for (let round = 1; round <= messagesOfChat; round++)
      for (const chat of chats) telegram.say(chat, `message ${round}`);
    await until(() => telegram.sent.length > 0, { what: "an answer" });
    const free = keepFull(data);
    await until(() => lines("the files take no writes", 50).length > 0, { what: "an error line" });
    expect(await bot.status("/readyz")).toBe(503);
    const all = chats.length * messagesOfChat;
    expect(telegram.sent.length, "answered when the disk was full").toBeLessThan(all);
    free();
    await until(() => telegram.sent.length >= all, { what: "all answers" });
    await until(async () => (await bot.status("/readyz")) === 200, { what: "readiness" });

    const expected = Array.from({ length: messagesOfChat }, (_, index) => `message ${index + 1}`);
    expect(answersByChat(telegram)).toEqual(new Map(chats.map((chat) => [chat, expected])));
    expect(lines("", 50)).toHaveLength(1);
    expect(lines("over: ", 30)).toHaveLength(1);
  },
);

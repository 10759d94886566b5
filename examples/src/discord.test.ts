import { expect, it } from "vitest";
import { createBot, type DiscordMessage } from "./discord.ts";
import { memoryFile } from "./memory-file.kit.ts";
import { numberingChatModel } from "./numbering-chat-model.kit.ts";
import { testPromises, testSummaries } from "./promises.kit.ts";

/** Ids that are the same number, because numbers have 53 bits. */
const snowflake = (id: string) => `130000000000000000${id}`;

async function start() {
  const { model, prompts } = numberingChatModel();
  const file = await memoryFile();
  const replies: string[] = [];
  let answer = createBot({ model, file });
  const say = (id: string, content: string, more: Partial<DiscordMessage> = {}) =>
    answer({
      id: snowflake(id),
      guildId: null,
      channelId: snowflake("0"),
      author: { id: snowflake("7"), bot: false, displayName: "Anna" },
      member: null,
      content,
      reply: async (text) => replies.push(text),
      ...more,
    });
  return {
    say,
    repeat(id: string, text: string) {
      answer = createBot({ model, file });
      return say(id, text);
    },
    forget: (id: string) => say(id, "!forget"),
    answers: () => replies,
    prompts,
  };
}

testPromises(start);
testSummaries(start);

it("tells the model who writes in a channel of a server", async () => {
  const bot = await start();
  const guildId = snowflake("9");
  await bot.say("1", "I moved to Porto", { guildId });
  const ben = { id: "8", bot: false, displayName: "Ben" };
  await bot.say("2", "Where does she live?", { guildId, author: ben });
  expect(bot.prompts()[1]?.slice(-3)).toEqual([
    "[Anna] I moved to Porto",
    "answer 1",
    "[Ben] Where does she live?",
  ]);
});

it("lets only those decide about the memory of a server who may delete its messages", async () => {
  const bot = await start();
  const guildId = snowflake("9");
  const withPermission = (may: boolean) => ({
    guildId,
    member: { permissions: { has: () => may } },
  });
  await bot.say("1", "I moved to Porto", { guildId });
  await bot.say("2", "!forget", withPermission(false));
  await bot.say("3", "Where does she live?", { guildId });
  expect(bot.prompts()[1]?.join()).toContain("Porto");
  await bot.say("4", "!forget", withPermission(true));
  await bot.say("5", "Where does she live?", { guildId });
  expect(bot.prompts()[2]?.join()).not.toContain("Porto");
});

it("shows nothing of one channel in another", async () => {
  const bot = await start();
  await bot.say("1", "I am Anna");
  await bot.say("2", "Who am I?", { channelId: snowflake("8") });
  expect(bot.prompts()[1]?.join()).not.toContain("Anna");
});

it("answers no bot", async () => {
  const bot = await start();
  await bot.say("1", "I am a bot, too", { author: { id: "9", bot: true, displayName: "Other" } });
  expect(bot.answers()).toEqual([]);
});

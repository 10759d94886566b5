import { expect, it, onTestFinished } from "vitest";
import { startBotApi } from "./bot-api.kit.ts";
import { createBot } from "./grammy.ts";
import { memoryFile } from "./memory-file.kit.ts";
import { numberingChatModel } from "./numbering-chat-model.kit.ts";
import { testPromises, testSummaries } from "./promises.kit.ts";

async function start() {
  const api = await startBotApi();
  const { model, prompts } = numberingChatModel();
  const file = await memoryFile();
  const begin = async () => {
    const bot = createBot({ token: "1:token", model, file, client: { apiRoot: api.url } });
    await bot.init();
    return bot;
  };
  let bot = await begin();
  const say = (id: string, text: string, where: { inGroup?: boolean } = {}) =>
    bot.handleUpdate(api.update(Number(id), text, where));
  return {
    api,
    begin,
    say,
    async repeat(id: string, text: string) {
      bot = await begin();
      await say(id, text);
    },
    forget: (id: string) => say(id, "/forget"),
    answers: () => api.written(),
    prompts,
  };
}

testPromises(start);
testSummaries(start);

it("gives a group a memory of its own, which knows who said what", async () => {
  const bot = await start();
  await bot.say("1", "I am shy");
  await bot.say("2", "I moved to Porto", { inGroup: true });
  await bot.say("3", "Where do I live?", { inGroup: true });
  expect(bot.prompts()[2]?.join()).not.toContain("shy");
  expect(bot.prompts()[2]?.slice(-3)).toEqual([
    "[Anna] I moved to Porto",
    "answer 2",
    "[Anna] Where do I live?",
  ]);
});

it("lets only its administrators decide about the memory of a group", async () => {
  const bot = await start();
  await bot.say("1", "I moved to Porto", { inGroup: true });
  await bot.say("2", "/forget", { inGroup: true });
  await bot.say("3", "Where do I live?", { inGroup: true });
  expect(bot.prompts()[1]?.join()).toContain("Porto");
  bot.api.promote();
  await bot.say("4", "/forget", { inGroup: true });
  await bot.say("5", "Where do I live?", { inGroup: true });
  expect(bot.prompts()[2]?.join()).not.toContain("Porto");
});

it("says that it has forgotten", async () => {
  const bot = await start();
  await bot.say("1", "I am Anna");
  await bot.forget("2");
  expect(bot.answers()).toEqual(["answer 1", "Forgotten."]);
});

it("fetches its messages by itself", async () => {
  const { api, begin } = await start();
  const bot = await begin();
  const running = bot.start();
  onTestFinished(async () => {
    await bot.stop();
    await running;
  });
  api.offer(api.update(1, "I am Anna"));
  api.offer(api.update(2, "Who am I?"));
  await expect.poll(() => api.written()).toEqual(["answer 1", "answer 2"]);
});

import { createMemoryState } from "@chat-adapter/state-memory";
import { createTelegramAdapter } from "@chat-adapter/telegram";
import { ConsoleLogger } from "chat";
import { expect, it } from "vitest";
import { startBotApi } from "./bot-api.kit.ts";
import { createBot } from "./chat-sdk.ts";
import { memoryFile } from "./memory-file.kit.ts";
import { numberingLanguageModel } from "./numbering-language-model.kit.ts";
import { testPromises } from "./promises.kit.ts";

async function start() {
  const api = await startBotApi();
  const { model, prompts } = numberingLanguageModel();
  const file = await memoryFile();
  const begin = () => {
    const telegram = createTelegramAdapter({
      botToken: "1:token",
      apiBaseUrl: api.url,
      mode: "webhook",
      secretToken: "secret",
      logger: new ConsoleLogger("silent"),
    });
    return createBot({
      model,
      file,
      userName: "the_bot",
      // An object of any type, because with `exactOptionalPropertyTypes` the SDK's own types do not fit.
      adapters: { telegram: Object(telegram) },
      state: createMemoryState(),
      logger: "silent",
    });
  };
  let bot = begin();
  /** Delivers as Telegram does, and waits for what goes on behind the response. */
  async function say(id: string, text: string, where = {}): Promise<void> {
    const request = new Request("https://bot.example/telegram", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-telegram-bot-api-secret-token": "secret",
      },
      body: JSON.stringify(api.update(Number(id), text, where)),
    });
    const behind: Promise<unknown>[] = [];
    await bot.webhooks["telegram"]?.(request, { waitUntil: (work) => behind.push(work) });
    await Promise.all(behind);
  }
  return {
    say,
    repeat(id: string, text: string) {
      bot = begin();
      return say(id, text);
    },
    forget: (id: string) => say(id, "/forget"),
    answers: () => api.written(),
    prompts,
  };
}

testPromises(start);

it("says that it has forgotten", async () => {
  const bot = await start();
  await bot.say("1", "I am Anna");
  await bot.forget("2");
  expect(bot.answers()).toEqual(["answer 1", "Forgotten."]);
});

it("gives a group a memory of its own, which knows who said what, and which no command erases", async () => {
  const bot = await start();
  await bot.say("1", "I am shy");
  await bot.say("2", "@the_bot I moved to Porto", { inGroup: true });
  await bot.say("3", "/forget", { inGroup: true });
  await bot.say("4", "@the_bot Where do I live?", { inGroup: true });
  expect(bot.prompts()[2]?.join()).not.toContain("shy");
  expect(bot.prompts()[2]?.slice(-3)).toEqual([
    "[Anna] @the_bot I moved to Porto",
    "answer 2",
    "[Anna] @the_bot Where do I live?",
  ]);
});

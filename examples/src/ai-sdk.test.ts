import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { createChat } from "./ai-sdk.ts";
import { numberingLanguageModel } from "./numbering-language-model.kit.ts";
import { testPromises } from "./promises.kit.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
beforeEach((context) => context.skip(server.missing, "no Redis"));
afterAll(() => redis.disconnect());

const textOf = (response: Response) => response.body?.pipeThrough(new TextDecoderStream()) ?? [];

async function start(options: { failing?: readonly number[] } = {}) {
  const { model, prompts } = numberingLanguageModel(options);
  const answers: string[] = [];
  const id = randomPrefix();
  onTestFinished(async () => {
    const keys = await redis.keys(`{tgmem:${id}}:*`);
    if (keys.length > 0) await redis.unlink(...keys);
  });
  let chat = createChat({ model, redis });
  const respond = (messageId: string, text: string) =>
    chat.answer(id, { id: messageId, role: "user", parts: [{ type: "text", text }] });
  const say = async (messageId: string, text: string) => {
    answers.push(await respond(messageId, text).text());
  };
  return {
    say,
    respond,
    repeat(messageId: string, text: string) {
      chat = createChat({ model, redis });
      return say(messageId, text);
    },
    forget: (requestId: string) => chat.forget(id, requestId),
    answers: () => answers,
    prompts,
  };
}

testPromises(start);

it("streams its answer piece by piece", async () => {
  const bot = await start();
  const pieces: string[] = [];
  for await (const piece of textOf(bot.respond("1", "I am Anna"))) pieces.push(piece);
  expect(pieces).toEqual(["answer ", "1"]);
});

it("lets the reader hear that the model failed, and goes on with the next message", async () => {
  const logged = vi.spyOn(console, "error").mockReturnValue();
  onTestFinished(() => logged.mockRestore());
  const bot = await start({ failing: [1] });
  await expect(bot.respond("1", "I am Anna").text()).rejects.toThrow("The model failed.");
  await bot.say("2", "Who am I?");
  expect(bot.answers()).toEqual(["answer 2"]);
});

it("goes on with the next message when a reader leaves", async () => {
  const bot = await start();
  const reader = bot.respond("1", "I am Anna").body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await bot.say("2", "Who am I?");
  expect(bot.answers()).toEqual(["answer 2"]);
});

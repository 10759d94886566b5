import { type ChatMessage, type ChatModel, chatStream, LlmError } from "@tgmem/llm";
import { textsFor } from "@tgmem/texts";
import { describe, expect, it } from "vitest";
import { start } from "../worker.kit.ts";
import type { Allowance } from "./allowance.ts";

const { apology, overLimit, tooLong } = textsFor("en");
const english = "On the morning of that day we went down to the harbour and looked at the boats. ";
const chinese = "那天早上我们一起去了海边看船，后来又去市场买了很多新鲜的蔬菜和水果。";
const lengthOf = (messages: readonly ChatMessage[]) =>
  messages.reduce((sum, { content }) => sum + content.length, 0);

/** A model that can read so many characters. */
function modelOf(context: number): ChatModel & { readonly asked: number[] } {
  const asked: number[] = [];
  const model: ChatModel = {
    async complete(messages) {
      const length = lengthOf(messages);
      asked.push(length);
      if (length > context)
        throw new LlmError("context_too_long", "The messages do not fit the model.");
      return { text: "I see. Tell me more, please.", finishReason: "stop", model: "small" };
    },
    stream: (...call) => chatStream(() => model.complete(...call)),
  };
  return { asked, ...model };
}

describe("a long talk with a model of a small context", () => {
  it.each([
    ["40 long messages in English", english, 1_500, 3_000],
    ["40 messages, each as long as Telegram allows", english, 4_096, 5_200],
    ["40 messages in Chinese", chinese, 4_096, 9_000],
    ["40 messages, with room for many", english, 1_500, 20_000],
  ])("ends in no apology: %s", async (_, words, length, context) => {
    const model = modelOf(context);
    const bot = start([], { model });
    for (let said = 0; said < 40; said++) {
      await bot.say(`${said}: ${words.repeat(200)}`.slice(0, length));
      await bot.run();
    }
    const answers = await bot.sent();
    expect(answers).toHaveLength(40);
    expect(new Set(answers)).toEqual(new Set(["I see. Tell me more, please."]));
    // The limit is learned once, and not at every message anew.
    expect(model.asked.length).toBeLessThan(40 + 20);
  });
});

it("says that a message is too long that alone is more than the model can read, and goes on with the next", async () => {
  const bot = start([], { model: modelOf(3_000) });
  await bot.say("x".repeat(4_000));
  await bot.run();
  await bot.say("short");
  await bot.run();
  const answers = await bot.sent();
  expect(answers).toEqual([tooLong, "I see. Tell me more, please."]);
  expect(answers).not.toContain(apology);
});

describe("what an answer took", () => {
  const usage = { input: 700, output: 300 };
  const model: ChatModel = {
    complete: async () => ({ text: "Hi!", finishReason: "stop", model: "m", usage, cost: 0.5 }),
    stream: (...call) => chatStream(() => model.complete(...call)),
  };

  it.each([
    ["", undefined],
    [", also when they saw it grow", () => ({ onText() {}, ended: async () => {} })],
  ])(
    "is counted for the person, who reads one sentence when the day is used up%s",
    async (_, answering) => {
      const used: unknown[] = [];
      const allowance: Allowance = {
        isUsedUp: async () => used.length > 0,
        use: async (...given) => void used.push(given),
      };
      const bot = start([], { model, allowance, ...(answering && { answering }) });
      await bot.say("one");
      await bot.say("two");
      await bot.run();
      expect(await bot.sent()).toEqual(["Hi!", overLimit]);
      expect(used).toEqual([["42", { ...usage, cost: 0.5 }]]);
      expect(await bot.turns()).toEqual([["one", "Hi!"]]);
    },
  );
});

it("marks an answer that was cut at its cap", async () => {
  const model: ChatModel = {
    complete: async () => ({ text: "Once upon a ", finishReason: "length", model: "m" }),
    stream: (...call) => chatStream(() => model.complete(...call)),
  };
  const bot = start([], { model });
  await bot.say("a story");
  await bot.run();
  expect(await bot.sent()).toEqual(["Once upon a […]"]);
});

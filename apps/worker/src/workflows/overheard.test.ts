import { LlmError } from "@tgmem/llm";
import { scriptedModel, type ScriptedAnswer } from "@tgmem/llm/testing";
import type { InboundMessage } from "@tgmem/contracts";
import { expect, it } from "vitest";
import { start } from "../worker.kit.ts";
import { overheard } from "./overheard.ts";

/** A bot whose answers are heard while they are written, and what was heard by the id of the job. */
function heardBot(script: readonly ScriptedAnswer[], more: Parameters<typeof start>[1] = {}) {
  const heard: [id: string, text: string][] = [];
  const bot = start(script, {
    ...more,
    answering: (id) => ({ onText: (text) => heard.push([id, text]), ended: async () => {} }),
  });
  return {
    ...bot,
    /** Gives what is heard of the answer to one message. */
    async hear(text: string, message: Partial<InboundMessage> = {}) {
      heard.length = 0;
      const { id } = await bot.say(text, message);
      await bot.run();
      for (const [heardId] of heard) expect(heardId).toBe(id);
      return heard.map(([, said]) => said);
    },
  };
}

it("hears the answer to a message as far as it is written", async () => {
  const bot = heardBot(["Once upon a time."]);
  expect(await bot.hear("a story")).toEqual([
    "Once ",
    "Once upon ",
    "Once upon a ",
    "Once upon a time.",
  ]);
  expect(await bot.sent()).toEqual(["Once upon a time."]);
});

it("hears the answer to an edit under the id of the edit", async () => {
  const bot = heardBot(["Tea it is.", "Coffee it is."]);
  await bot.hear("tea");
  expect((await bot.hear("coffee", { messageId: 1, editedAtMs: 3_000 })).at(-1)).toBe(
    "Coffee it is.",
  );
});

it("hears nothing of what no model writes: commands, what cannot be read, and a day that is used up", async () => {
  const bot = heardBot(["Hi!"], {
    allowance: { isUsedUp: async () => true, use: async () => {} },
  });
  expect(await bot.hear("/help")).toEqual([]);
  expect(await bot.hear("", { unreadable: "voice" })).toEqual([]);
  expect(await bot.hear("hello")).toEqual([]);
  expect(await bot.sent()).toHaveLength(3);
});

it("hears nothing of an answer that is remembered", async () => {
  const bot = heardBot(["Ho!"]);
  const turn = await bot.memory.open("42", { turnId: "tg:test:42:1" });
  await turn.commit({ user: "hello", assistant: "Hi!" });
  expect(await bot.hear("hello", { messageId: 1 })).toEqual([]);
  expect(await bot.sent()).toEqual(["Hi!"]);
});

it("hears a call after a failed one from its beginning", async () => {
  const texts: string[] = [];
  const model = overheard(
    scriptedModel(["one two", new LlmError("timeout", "Too slow."), "three four"]),
    (text) => texts.push(text),
  );
  await model.complete([]);
  await expect(model.complete([])).rejects.toMatchObject({ code: "timeout" });
  await model.complete([]);
  expect(texts).toEqual(["one ", "one two", "three ", "three four"]);
});

import { type ChatModel, chatStream, LlmError } from "@tgmem/llm";
import { textsFor } from "@tgmem/texts";
import { expect, it } from "vitest";
import { inMemoryStops } from "../stops.ts";
import { start } from "../worker.kit.ts";
import type { Allowance } from "./allowance.ts";
import { createAnswering } from "./answering.ts";

const { stop, apology } = textsFor("en");

/** A bot whose model writes these words, and then nothing more until its call ends. */
function setup(words: string, { streaming = true } = {}) {
  const stops = inMemoryStops();
  const used: number[] = [];
  const allowance: Allowance = {
    isUsedUp: async () => false,
    use: async (_, { input, output }) => void used.push(input, output),
  };
  let [begun, ended] = [0, 0];
  const { promise: written, resolve } = Promise.withResolvers<void>();
  const stream: ChatModel["stream"] = (_, options = {}) =>
    chatStream(async ({ emit, signal }) => {
      begun++;
      for (const word of words.split(/(?<= )/u)) if (word !== "") emit(word);
      resolve();
      await new Promise((over) => signal.addEventListener("abort", over, { once: true }));
      ended++;
      throw new LlmError("aborted", "The call was given up.");
    }, options);
  const model: ChatModel = { stream, complete: (...call) => stream(...call).completion };
  const shown: string[] = [];
  const bot = start([], {
    model,
    allowance,
    stops,
    answering: createAnswering({
      mark: () => () => {},
      notices: { answering: () => ({ grows: () => {}, ended: async () => {} }) },
      sinceMs: () => undefined,
      drafts: streaming
        ? () => ({ heard: (text) => shown.push(text) > 0, ended: () => {} })
        : undefined,
      stops,
    }),
  });
  return { ...bot, stops, used, shown, written, calls: () => ({ begun, ended }) };
}

/** As the command does it, which stands in a lane beside. */
const request = { chatId: "42", userId: "42", id: "tg:test:42:99", isAdministrator: true };

it("ends the model's call, sends what was written, and remembers it as cut", async () => {
  const bot = setup("Once upon a time ");
  await bot.say("a story");
  const running = bot.run();
  await bot.written;
  await expect.poll(() => bot.shown.at(-1)).toBe("Once upon a time ");
  expect(await bot.stops.stop(request)).toBe("stopped");
  await running;
  expect(bot.calls()).toEqual({ begun: 1, ended: 1 });
  expect(await bot.sent()).toEqual(["Once upon a time […]"]);
  const { turns } = await bot.memory.chat("42").export();
  expect(turns).toMatchObject([{ user: "a story", assistant: "Once upon a time […]", cut: true }]);
  expect(await bot.stops.stop(request)).toBe("nothing");
});

it.each([
  ["before its first word", "", { streaming: true }],
  ["of which nobody has seen a word", "Once upon a time ", { streaming: false }],
])("sends and remembers nothing of an answer that is stopped %s", async (_, words, options) => {
  const bot = setup(words, options);
  await bot.say("a story");
  const running = bot.run();
  await bot.written;
  await bot.stops.stop(request);
  await running;
  expect(await bot.sent()).toEqual([]);
  expect(await bot.turns()).toEqual([]);
  expect(bot.events).toMatchObject([{ type: "noted" }]);
  expect(await bot.inbound.stats()).toMatchObject({ depth: 0, deadLetters: 0 });
});

it("goes on with the message behind it, which waits in the list and is not stopped", async () => {
  const bot = setup("Once upon a time ");
  await bot.say("a story");
  await bot.say("another story");
  const running = bot.run();
  await bot.written;
  await bot.stops.stop(request);
  await expect.poll(() => bot.calls().begun).toBe(2);
  await expect.poll(() => bot.stops.stop(request)).toBe("stopped");
  await running;
  expect(await bot.sent()).toEqual(["Once upon a time […]", "Once upon a time […]"]);
});

it("counts what was read and written into the person's day", async () => {
  const bot = setup("Once upon a time ");
  await bot.say("a story");
  const running = bot.run();
  await bot.written;
  await expect.poll(() => bot.shown.at(-1)).toBe("Once upon a time ");
  await bot.stops.stop(request);
  await running;
  const [read = 0, wrote] = bot.used;
  expect(read).toBeGreaterThan(20);
  expect(wrote).toBe(5);
});

it("stops the answer to an edit, too, which replaces the one before as cut", async () => {
  const bot = setup("Once upon a time ");
  await bot.say("a story", { messageId: 1 });
  const first = bot.run();
  await bot.written;
  await bot.stops.stop(request);
  await first;
  await bot.say("a long story", { messageId: 1, editedAtMs: 20_000 });
  const second = bot.run();
  await expect.poll(() => bot.calls().begun).toBe(2);
  await expect.poll(() => bot.stops.stop(request)).toBe("stopped");
  await second;
  expect(await bot.sent()).toEqual(["Once upon a time […]", "Once upon a time […]"]);
  const { turns } = await bot.memory.chat("42").export();
  expect(turns).toMatchObject([{ user: "a long story", cut: true }]);
});

it("says with /stop that nothing is being made, and never an apology", async () => {
  const bot = setup("");
  await bot.say("/stop");
  await bot.run();
  const answers = await bot.sent();
  expect(answers).toEqual([stop.nothing]);
  expect(answers).not.toContain(apology);
});

import { LlmError } from "@tgmem/llm";
import { describe, expect, it } from "vitest";
import { leaseMs, start } from "../worker.kit.ts";
import { textsFor } from "@tgmem/texts";

const { apologyForEdit } = textsFor("en");

const edit = (messageId: number, editedAtMs = 3_000) => ({ messageId, editedAtMs });
const broken = () => new LlmError("invalid_argument", "The call was wrong: correct it.");
const contents = (call: readonly { readonly content: string }[] | undefined) =>
  call?.slice(1).map(({ content }) => content);

/** A bot that was told each text and answered "answer 1", "answer 2", … and goes on by the script. */
async function talked(texts: readonly string[], script: Parameters<typeof start>[0] = []) {
  const bot = start([...texts.map((_, index) => `answer ${index + 1}`), ...script]);
  for (const text of texts) await bot.say(text);
  await bot.run();
  await bot.sent();
  return bot;
}

describe("an edit of the last message", () => {
  it("is answered anew, and takes the place of the turn", async () => {
    const bot = await talked(["tea", "coffee"], ["better"]);
    await bot.say("cocoa", edit(2));
    await bot.run();
    expect(await bot.sent()).toEqual(["better"]);
    expect(contents(bot.calls.at(-1))).toEqual(["tea", "answer 1", "cocoa"]);
    expect(await bot.turns()).toEqual([
      ["tea", "answer 1"],
      ["cocoa", "better"],
    ]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 0, deadLetters: 0 });
  });

  it("may be followed by another one", async () => {
    const bot = await talked(["tea"], ["about coffee", "about cocoa"]);
    await bot.say("coffee", edit(1, 3_000));
    // Telegram tells seconds only.
    await bot.say("cocoa", edit(1, 3_000));
    await bot.run();
    expect(await bot.sent()).toEqual(["about coffee", "about cocoa"]);
    expect(await bot.turns()).toEqual([["cocoa", "about cocoa"]]);
  });

  it("leaves the turn as it was when it cannot be answered, and says so", async () => {
    const bot = await talked(["tea"], [broken()]);
    await bot.say("coffee", edit(1));
    await bot.run();
    expect(await bot.sent()).toEqual([apologyForEdit]);
    expect(await bot.turns()).toEqual([["tea", "answer 1"]]);
  });

  it("changes nothing once somebody else has taken it over", async () => {
    const cut = new AbortController();
    const bot = await talked(
      ["tea"],
      [
        () => {
          cut.abort();
          return "too late";
        },
      ],
    );
    const ref = await bot.say("coffee", edit(1));
    await bot.inbound.take({ max: 1, leaseMs, waitMs: 0 });
    await bot.aiChat(ref, { signal: cut.signal });
    expect(await bot.turns()).toEqual([["tea", "answer 1"]]);
    expect(await bot.sent()).toEqual([]);
  });

  it("without new words is none", async () => {
    const bot = await talked(["see example.org"]);
    await bot.say("see example.org", edit(1));
    await bot.run();
    expect(await bot.sent()).toEqual([]);
    expect(bot.events.at(-1)).toMatchObject({ type: "noted" });
  });

  it("is answered but not remembered when the person asked to be forgotten meanwhile", async () => {
    const bot = await talked(
      ["tea"],
      [
        async () => {
          await bot.memory.chat("42").forget({ requestId: "r" });
          return "about coffee";
        },
      ],
    );
    await bot.say("coffee", edit(1));
    await bot.run();
    expect(await bot.sent()).toEqual(["about coffee"]);
    expect(await bot.turns()).toEqual([]);
  });
});

describe("an edit of an earlier message", () => {
  it("corrects what is remembered, and sends nothing", async () => {
    const bot = await talked(["I live in Porto", "thanks"], ["In Lisbon."]);
    await bot.say("I live in Lisbon", edit(1));
    await bot.run();
    expect(await bot.sent()).toEqual([]);
    expect(await bot.turns()).toEqual([
      ["I live in Lisbon", "answer 1"],
      ["thanks", "answer 2"],
    ]);
    expect(bot.events.at(-1)).toMatchObject({ type: "noted" });
    await bot.say("where do I live?");
    await bot.run();
    expect(contents(bot.calls.at(-1))).toContain("I live in Lisbon");
  });

  it("that is not kept word for word any more is let go", async () => {
    const bot = await talked(["tea"]);
    await bot.memory.chat("42").forget({ requestId: "r" });
    await bot.say("coffee", edit(1));
    await bot.run();
    expect(await bot.sent()).toEqual([]);
    expect(await bot.turns()).toEqual([]);
  });
});

describe("an edit of one of several messages that were answered together", () => {
  const parts = [
    { messageId: 1, text: "I live in Porto." },
    { messageId: 2, text: "Is it warm?" },
  ];

  it("changes this one alone, and answers all of them", async () => {
    const bot = start(["Rain.", "Sun."]);
    await bot.say("I live in Porto.\nIs it warm?", { messageId: 2, parts });
    await bot.run();
    await bot.say("I live in Lisbon.", edit(1));
    await bot.run();
    expect(await bot.sent()).toEqual(["Rain.", "Sun."]);
    expect(contents(bot.calls[1])).toEqual(["I live in Lisbon.\nIs it warm?"]);
    expect(await bot.turns()).toEqual([["I live in Lisbon.\nIs it warm?", "Sun."]]);
  });

  it("finds one of them that is delivered again answered", async () => {
    const bot = start(["Rain."]);
    await bot.say("I live in Porto.\nIs it warm?", { messageId: 2, parts });
    await bot.run();
    await bot.say("I live in Porto.", { messageId: 1 });
    await bot.run();
    expect(bot.calls).toHaveLength(1);
    expect(await bot.turns()).toHaveLength(1);
  });
});

describe("an edit of a message that was never answered", () => {
  it("is answered as a new one, and so is the next edit", async () => {
    const bot = start(["answer 1", broken(), "at last", "better"]);
    await bot.say("tea");
    await bot.say("coffee");
    await bot.run();
    await bot.run();
    await bot.sent();
    await bot.say("cocoa", edit(2, 3_000));
    await bot.run();
    expect(await bot.sent()).toEqual(["at last"]);
    await bot.say("milk", edit(2, 4_000));
    await bot.run();
    expect(await bot.sent()).toEqual(["better"]);
    expect(await bot.turns()).toEqual([
      ["tea", "answer 1"],
      ["milk", "better"],
    ]);
  });

  it("is let go when the chat has gone on since", async () => {
    const bot = start([broken(), "answer 2"]);
    await bot.say("tea");
    await bot.say("coffee");
    await bot.run();
    await bot.run();
    await bot.sent();
    await bot.say("cocoa", edit(1));
    await bot.run();
    expect(await bot.sent()).toEqual([]);
    expect(await bot.turns()).toEqual([["coffee", "answer 2"]]);
  });
});

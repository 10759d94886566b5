import { LlmError } from "@tgmem/llm";
import { describe, expect, it } from "vitest";
import { leaseMs, start } from "../worker.kit.ts";
import { textsFor } from "@tgmem/texts";

const { apology, late, lateForOperator, lateWithoutCredit, misconfigured, noAnswer, refused } =
  textsFor("en");
const fails = () => {
  throw new TypeError("my secret");
};
const unavailable = () => new LlmError("unavailable", "The provider failed: ask again later.");

describe("a run", () => {
  it("answers the message, remembers the turn and settles", async () => {
    const bot = start(["Hi!"]);
    await bot.say("hello");
    await bot.run();
    expect(await bot.sent()).toEqual(["Hi!"]);
    expect((await bot.memory.chat("42").show()).turns).toMatchObject([
      { user: "hello", assistant: "Hi!" },
    ]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 0, deadLetters: 0 });
  });

  it("goes on with the chat's next messages, in order", async () => {
    const bot = start(["one", "two", "three"]);
    for (const text of ["1", "2", "3"]) await bot.say(text);
    await bot.run();
    expect(await bot.sent()).toEqual(["one", "two", "three"]);
    expect((await bot.inbound.stats()).depth).toBe(0);
  });

  it("begins no further message when the process stops", async () => {
    const bot = start(["one", "two"]);
    for (const text of ["1", "2"]) await bot.say(text);
    bot.stopping.abort();
    await bot.run();
    expect(await bot.sent()).toEqual(["one"]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 1, inFlight: 0, ready: 1 });
  });

  it("goes on with the messages of other chats while it is young, each chat in order", async () => {
    const bot = start(["one", "two", "three", "four"]);
    const ref = await bot.say("1");
    for (const chatId of ["7", "8", "7"]) await bot.say(chatId, { chatId, userId: chatId });
    await bot.inbound.take({ max: 1, leaseMs, waitMs: 0 });
    await bot.aiChat(ref, { signal: new AbortController().signal, goesOn: true });
    expect((await bot.sent()).toSorted()).toEqual(["four", "one", "three", "two"]);
    const { turns } = await bot.memory.chat("7").show();
    expect(turns.map(({ user, assistant }) => [user, assistant])).toEqual([
      ["7", "two"],
      ["7", "three"],
    ]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 0, inFlight: 0 });
  });

  it("leaves other chats to the messages that wait at the engine once it is five seconds old", async () => {
    const bot = start([
      () => {
        bot.advance(5_000);
        return "one";
      },
    ]);
    const ref = await bot.say("1");
    await bot.say("2", { chatId: "7", userId: "7" });
    await bot.inbound.take({ max: 1, leaseMs, waitMs: 0 });
    await bot.aiChat(ref, { signal: new AbortController().signal, goesOn: true });
    expect(await bot.sent()).toEqual(["one"]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 1, inFlight: 0, ready: 1 });
  });

  it("begins no message of another chat when the process stops", async () => {
    const bot = start(["one", "two"]);
    const ref = await bot.say("1");
    await bot.say("2", { chatId: "7", userId: "7" });
    await bot.inbound.take({ max: 1, leaseMs, waitMs: 0 });
    bot.stopping.abort();
    await bot.aiChat(ref, { signal: new AbortController().signal, goesOn: true });
    expect(await bot.sent()).toEqual(["one"]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 1, inFlight: 0, ready: 1 });
  });

  it("ends quietly when the message was settled meanwhile", async () => {
    const bot = start(["Hi!"]);
    const ref = await bot.say("hello");
    await bot.run();
    await bot.aiChat(ref, { signal: new AbortController().signal });
    expect(await bot.sent()).toEqual(["Hi!"]);
  });

  it("claims nothing when it was cut before, so that no attempt is lost", async () => {
    const bot = start(["Hi!"]);
    const ref = await bot.say("hello");
    await bot.inbound.take({ max: 1, leaseMs, waitMs: 0 });
    await expect(bot.aiChat(ref, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
    expect((await bot.inbound.claim(ref.lane, ref.id, { leaseMs }))?.attempt).toBe(1);
  });

  it("settles what it has answered, also when it is cut right then", async () => {
    const bot = start(["Hi!"]);
    const ref = await bot.say("hello");
    await bot.inbound.take({ max: 1, leaseMs, waitMs: 0 });
    const cut = new AbortController();
    const push = bot.outbound.push.bind(bot.outbound);
    bot.outbound.push = async (...given) => {
      const duplicates = await push(...given);
      cut.abort();
      return duplicates;
    };
    await bot.aiChat(ref, { signal: cut.signal });
    expect((await bot.inbound.stats()).depth).toBe(0);
  });

  it("gives a message that was committed before its stored answer, without the model", async () => {
    const bot = start([]);
    const ref = await bot.say("hello");
    const turn = await bot.memory.open("42", { turnId: ref.id });
    await turn.commit({ user: "hello", assistant: "stored" });
    await bot.run();
    expect(await bot.sent()).toEqual(["stored"]);
  });
});

describe("a failure", () => {
  it("that may pass leaves the message at the head of its chat, to be tried again", async () => {
    const bot = start([unavailable(), "Hi!"]);
    await bot.say("hello");
    await bot.run();
    expect(await bot.sent()).toEqual([]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 1, waiting: 1, deadLetters: 0 });
    expect(bot.events).toMatchObject([{ type: "failed", action: "defer", attempt: 1 }]);
    bot.advance(60_000);
    await bot.run();
    expect(await bot.sent()).toEqual(["Hi!"]);
  });

  it("that is nobody's is tried for a day, with one line after the first seconds, and then told in one sentence", async () => {
    const bot = start(Array.from({ length: 3_000 }, unavailable));
    await bot.say("hello");
    let tries = 0;
    const texts: string[] = [];
    for (; (await bot.inbound.stats()).deadLetters === 0; tries++) {
      await bot.run();
      texts.push(...(await bot.sent()));
      bot.advance(60_000);
    }
    expect(tries).toBe(24 * 60 + 1);
    expect(texts).toEqual([late, apology]);
    expect(await bot.inbound.deadLetters({ limit: 9 })).toMatchObject([
      { attempts: 1, reason: expect.stringContaining("too old: LlmError unavailable") },
    ]);
  });

  it.each([
    ["payment_required", lateWithoutCredit],
    ["unauthorized", lateForOperator],
    ["model_not_found", lateForOperator],
  ] as const)(
    "of the set-up (%s) is told at once, and the message is answered when it is mended",
    async (code, line) => {
      const bot = start([new LlmError(code, "wrong"), new LlmError(code, "wrong"), "Hi!"]);
      await bot.say("hello");
      for (let run = 0; run < 3; run++) {
        await bot.run();
        bot.advance(60_000);
      }
      expect(await bot.sent()).toEqual([line, "Hi!"]);
    },
  );

  it.each([
    ["moderated", refused],
    ["empty_answer", noAnswer],
    ["truncated", noAnswer],
    ["bad_request", misconfigured],
    ["invalid_argument", apology],
  ] as const)(
    "that will not pass (%s) tells the person why, and leaves a dead letter with its reason",
    async (code, sentence) => {
      const bot = start([new LlmError(code, "What failed: what to do.", { retryable: false })]);
      await bot.say("hello");
      await bot.run();
      expect(await bot.sent()).toEqual([sentence]);
      expect(await bot.inbound.deadLetters({ limit: 9 })).toMatchObject([
        { reason: expect.stringContaining(code) },
      ]);
      expect((await bot.memory.chat("42").show()).turns).toEqual([]);
    },
  );

  it("that nobody knows counts attempts, until they are used up", async () => {
    const bot = start([fails, fails, fails, fails, fails]);
    await bot.say("hello");
    for (let run = 0; run < 5; run++) {
      await bot.run();
      bot.advance(60_000);
    }
    expect(bot.events.map((event) => "action" in event && event.action)).toEqual([
      "retry",
      "retry",
      "retry",
      "retry",
      "bury",
    ]);
    expect(JSON.stringify(bot.events)).not.toContain("secret");
    expect((await bot.sent()).at(-1)).toBe(apology);
  });

  it("of the process, cut off by its stop, counts no attempt", async () => {
    const bot = start([
      () => {
        bot.stopping.abort();
        throw new Error("aborted");
      },
    ]);
    await bot.say("hello");
    await bot.run();
    expect(bot.events).toMatchObject([{ type: "given_up", why: "stopping" }]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 1, deadLetters: 0 });
  });
});

describe("a summary", () => {
  it("is asked for at the tenth turn, once", async () => {
    const bot = start(Array.from({ length: 11 }, (_, index) => `answer ${index}`));
    for (let index = 0; index < 11; index++) await bot.say(`message ${index}`);
    await bot.run();
    await bot.run();
    expect(await bot.summaries.stats()).toMatchObject({ depth: 1 });
    expect(await bot.summaries.take({ max: 1, leaseMs, waitMs: 0 })).toMatchObject([
      { id: "summary:42:0:0", body: { chatId: "42" } },
    ]);
  });

  it("is asked for anew after a /forget, though just as much was summarized before it: nothing", async () => {
    const bot = start(Array.from({ length: 20 }, (_, index) => `answer ${index}`));
    const sayTen = async () => {
      for (let index = 0; index < 10; index++) await bot.say(`message ${index}`);
      await bot.run();
    };
    const asked = async () => {
      const [job] = await bot.summaries.take({ max: 1, leaseMs, waitMs: 0 });
      if (job) await bot.summaries.settle([job.receipt]);
      return job?.id;
    };
    await sayTen();
    const first = await asked();
    await bot.memory.chat("42").forget({ requestId: "1" });
    await sayTen();
    const second = await asked();
    expect(first).toMatch(/^summary:42:/);
    expect(second).toMatch(/^summary:42:/);
    expect(second).not.toBe(first);
  });

  it("is never asked for without an archive", async () => {
    const bot = start(
      Array.from({ length: 11 }, (_, index) => `answer ${index}`),
      { summarizing: false },
    );
    for (let index = 0; index < 11; index++) await bot.say(`message ${index}`);
    await bot.run();
    await bot.run();
    expect(await bot.summaries.stats()).toMatchObject({ depth: 0 });
  });
});

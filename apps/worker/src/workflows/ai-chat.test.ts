import {
  type InboundMessage,
  inboundId,
  inboundQueue,
  laneOf,
  outboundQueue,
  summariesQueue,
} from "@tgmem/contracts";
import { LlmError } from "@tgmem/llm";
import { scriptedModel } from "@tgmem/llm/testing";
import { createMemory, inMemoryArchive, inMemoryStore } from "@tgmem/memory";
import { inMemoryQueue, keepLeases } from "@tgmem/queue";
import { describe, expect, it } from "vitest";
import { apologize } from "../apologize.ts";
import { type ChatEvent, createAiChat } from "./ai-chat.ts";
import { apology } from "./prompts.ts";
import { reply } from "./reply.ts";

const leaseMs = 60_000;
type Model = Parameters<typeof scriptedModel>[0];

/** The worker with lists and memory in this process, and a model that answers by script. */
function start(script: Model, { summarizing = true } = {}) {
  const inbound = inMemoryQueue(inboundQueue);
  const outbound = inMemoryQueue(outboundQueue);
  const summaries = inMemoryQueue(summariesQueue);
  const memory = createMemory({ store: inMemoryStore(), archive: inMemoryArchive() });
  const model = scriptedModel(script);
  const stopping = new AbortController();
  const events: ChatEvent[] = [];
  const deps = { memory, model, outbound, summaries, summarizing };
  const aiChat = createAiChat({
    inbound,
    leases: keepLeases(inbound, { leaseMs }),
    reply: (id, message, signal) => reply(id, message, deps, signal),
    buried: async () => void (await apologize({ inbound, outbound, memory })),
    stopping: stopping.signal,
    onEvent: (event) => events.push(event),
  });
  let messageId = 0;
  return {
    inbound,
    outbound,
    summaries,
    memory,
    stopping,
    events,
    aiChat,
    async say(text: string, { chatId = "42", userId = "42" } = {}) {
      const message: InboundMessage = {
        v: 1,
        chatId,
        userId,
        messageId: ++messageId,
        text,
        sentAtMs: messageId,
      };
      const ref = { id: inboundId("test", message), lane: laneOf(message) };
      await inbound.push([{ ...ref, body: message }]);
      return ref;
    },
    /** What the consumer does: take, and start a run for each. */
    async run() {
      const jobs = await inbound.take({ max: 100, leaseMs, waitMs: 0 });
      await Promise.all(
        jobs.map(({ lane, id }) => aiChat({ lane, id }, { signal: new AbortController().signal })),
      );
    },
    async sent() {
      const texts = [];
      for (;;) {
        const jobs = await outbound.take({ max: 100, leaseMs, waitMs: 0 });
        if (jobs.length === 0) return texts;
        for (const { body, receipt } of jobs) {
          texts.push(body.text);
          await outbound.settle([receipt]);
        }
      }
    },
  };
}

describe("a run", () => {
  it("answers the message, remembers the turn and settles", async () => {
    const bot = start(["Hi!"]);
    await bot.say("hello");
    await bot.run();
    expect(await bot.sent()).toEqual(["Hi!"]);
    expect((await bot.memory.user("42").show()).turns).toMatchObject([
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

  it("ends quietly when the message was settled meanwhile", async () => {
    const bot = start(["Hi!"]);
    const ref = await bot.say("hello");
    await bot.run();
    await bot.aiChat(ref, { signal: new AbortController().signal });
    expect(await bot.sent()).toEqual(["Hi!"]);
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
    const bot = start([
      new LlmError("rate_limited", "The model is busy: try later.", { retryable: true }),
    ]);
    await bot.say("hello");
    await bot.run();
    expect(await bot.sent()).toEqual([]);
    expect(await bot.inbound.stats()).toMatchObject({ depth: 1, inFlight: 1, deadLetters: 0 });
    expect(bot.events).toMatchObject([{ type: "failed", verdict: "retry" }]);
  });

  it("that will not pass tells the person in one sentence and leaves a dead letter with its reason", async () => {
    const bot = start([
      new LlmError("unauthorized", "The key was refused: check it.", { retryable: false }),
    ]);
    await bot.say("hello");
    await bot.run();
    expect(await bot.sent()).toEqual([apology]);
    expect(await bot.inbound.deadLetters({ limit: 9 })).toMatchObject([
      { reason: expect.stringContaining("unauthorized") },
    ]);
    expect((await bot.memory.user("42").show()).turns).toEqual([]);
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
      { id: "summary:42:0", body: { userId: "42" } },
    ]);
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

describe("a command", () => {
  it("is answered beside the chat's lane, without the model", async () => {
    const bot = start([]);
    await bot.say("/help@tgmem_bot");
    await bot.run();
    expect((await bot.sent())[0]).toContain("/forget");
  });

  it("/memory shows what is remembered, and /forget erases it", async () => {
    const bot = start(["Nice."]);
    await bot.say("I live in Lisbon");
    await bot.run();
    await bot.say("/memory");
    await bot.run();
    await bot.say("/forget");
    await bot.run();
    await bot.say("/memory");
    await bot.run();
    const [, before, done, after] = await bot.sent();
    expect(before).toContain("Lisbon");
    expect(done).toContain("forgotten everything");
    expect(after).toContain("nothing about you");
  });
});

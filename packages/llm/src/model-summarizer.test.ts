import type { Summarizer as MemorySummarizer } from "@tgmem/memory";
import * as fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { ChatMessage, ChatModel } from "./chat-model.ts";
import { LlmError } from "./errors.ts";
import { modelSummarizer } from "./index.ts";
import { offlineModel, offlineSummarizer } from "./offline/index.ts";
import { scriptedModel } from "./testing/index.ts";

const turn = {
  atMs: Date.UTC(2026, 10, 20, 9, 12),
  user: "My name is Ada",
  assistant: "Hello, Ada.",
};
const input = { previous: "Keeps bees.", turns: [turn], minWords: 200, maxWords: 300 };
const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

describe("modelSummarizer", () => {
  it("is the summarizer that memory takes", () => {
    expectTypeOf(modelSummarizer).returns.toExtend<MemorySummarizer>();
    expectTypeOf(offlineSummarizer).returns.toExtend<MemorySummarizer>();
  });

  it("sends a prompt that never varies, and the data as JSON", async () => {
    const model = scriptedModel(["one", "two"]);
    await modelSummarizer(model).summarize(input);
    await modelSummarizer(model, { timeZone: "Asia/Jerusalem" }).summarize({
      ...input,
      previous: null,
      maxWords: 100,
      minWords: 50,
    });
    const [first, second] = model.calls;
    expect(first?.[0]).toEqual(second?.[0]);
    expect(JSON.parse(first?.[1]?.content ?? "")).toEqual({
      previous_summary: "Keeps bees.",
      time_zone: "UTC",
      target_words: { from: 220, to: 260 },
      messages: [
        { n: 1, at: "2026-11-20T09:12Z", from: "user", text: "My name is Ada" },
        { n: 2, at: "2026-11-20T09:12Z", from: "assistant", text: "Hello, Ada." },
      ],
    });
    expect(JSON.parse(second?.[1]?.content ?? "")).toMatchObject({
      previous_summary: null,
      time_zone: "Asia/Jerusalem",
    });
  });

  it("keeps any text within its own message", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (user) => {
        const model = scriptedModel(["ok"]);
        await modelSummarizer(model).summarize({ ...input, turns: [{ ...turn, user }] });
        expect(JSON.parse(model.calls[0]?.[1]?.content ?? "")).toMatchObject({
          messages: [{ text: user }, { text: "Hello, Ada." }],
        });
      }),
      { numRuns: 100 },
    );
  });

  it("reads a long message only so far, and never half a character", async () => {
    const model = scriptedModel(["ok"]);
    await modelSummarizer(model, { maxCharsPerMessage: 3 }).summarize({
      ...input,
      turns: [{ ...turn, user: "😀😀😀" }],
    });
    expect(model.calls[0]?.[1]?.content).toContain('"😀 […]"');
  });

  it("takes a fence off the draft", async () => {
    expect(
      await modelSummarizer(scriptedModel(["```text\nAda keeps bees.\n```"])).summarize(input),
    ).toEqual({ text: "Ada keeps bees." });
  });

  it("has a draft that is too long shortened once, from the draft alone", async () => {
    const model = scriptedModel([words(301), words(250)]);
    expect(await modelSummarizer(model).summarize(input)).toEqual({ text: words(250) });
    expect(model.calls).toHaveLength(2);
    expect(JSON.parse(model.calls[1]?.[1]?.content ?? "")).toEqual({
      max_words: 270,
      draft: words(301),
    });
  });

  it.each([
    ["fails", new LlmError("unavailable", "down")],
    ["makes it longer", words(400)],
  ])("keeps the long draft when the repair %s", async (_how, repair) => {
    expect(await modelSummarizer(scriptedModel([words(301), repair])).summarize(input)).toEqual({
      text: words(301),
    });
  });

  it("passes failures, the signal, the cap and the deadline on", async () => {
    await expect(
      modelSummarizer(scriptedModel([new LlmError("rate_limited", "slow down")])).summarize(input),
    ).rejects.toMatchObject({ code: "rate_limited" });
    await expect(
      modelSummarizer(scriptedModel(["x"])).summarize(input, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: "aborted" });
    const seen: unknown[] = [];
    const model = scriptedModel([(_messages, options) => (seen.push(options), "ok")]);
    const { signal } = new AbortController();
    await modelSummarizer(model, { maxOutputTokens: 700, deadlineMs: 5_000 }).summarize(input, {
      signal,
    });
    expect(seen).toEqual([
      { maxOutputTokens: 700, deadlineMs: 5_000, signal, reasoning: "low", whole: true },
    ]);
  });

  it("does not take a refusal for a summary", async () => {
    const declining: Pick<ChatModel, "complete"> = {
      complete: async () => ({
        text: "I cannot.",
        finishReason: "stop",
        refused: true,
        model: "m",
      }),
    };
    await expect(modelSummarizer(declining).summarize(input)).rejects.toMatchObject({
      code: "moderated",
      retryable: false,
    });
  });

  it("does not take a cut draft for a summary", async () => {
    const cut: Pick<ChatModel, "complete"> = {
      complete: async () => ({ text: "Ada keeps", finishReason: "length", model: "m" }),
    };
    await expect(modelSummarizer(cut).summarize(input)).rejects.toMatchObject({
      code: "truncated",
      retryable: false,
    });
  });

  it("gives more room to a model that reasons, and remembers that, instead of paying for the same cut again", async () => {
    const caps: (number | undefined)[] = [];
    const reasoning: Pick<ChatModel, "complete"> = {
      async complete(_messages, { maxOutputTokens = 0 } = {}) {
        caps.push(maxOutputTokens);
        const finishReason = maxOutputTokens < 15_000 ? "length" : "stop";
        return { text: "Ada keeps bees.", finishReason, model: "m" };
      },
    };
    const summarizer = modelSummarizer(reasoning);
    expect(await summarizer.summarize(input)).toEqual({ text: "Ada keeps bees." });
    expect(await summarizer.summarize(input)).toEqual({ text: "Ada keeps bees." });
    expect(caps).toEqual([5_800, 16_000, 16_000]);
  });

  it("asks no second time at once a model that has tried more by itself, but gives it more the next time", async () => {
    const caps: (number | undefined)[] = [];
    const trying: Pick<ChatModel, "complete"> = {
      async complete(_messages, { maxOutputTokens } = {}) {
        caps.push(maxOutputTokens);
        throw new LlmError("truncated", "cut");
      },
    };
    const summarizer = modelSummarizer(trying);
    for (let time = 0; time < 2; time++)
      await expect(summarizer.summarize(input)).rejects.toMatchObject({ code: "truncated" });
    expect(caps).toEqual([5_800, 16_000]);
  });

  it("asks no second time under a cap that its caller chose", async () => {
    const model = scriptedModel([new LlmError("truncated", "cut"), "never asked"]);
    await expect(
      modelSummarizer(model, { maxOutputTokens: 700 }).summarize(input),
    ).rejects.toMatchObject({ code: "truncated" });
    expect(model.calls).toHaveLength(1);
  });
});

/** A model that refuses more than so many characters. */
const small = (maxChars: number) =>
  scriptedModel(
    Array.from({ length: 20 }, () => (messages: readonly ChatMessage[]) => {
      const chars = messages.reduce((sum, { content }) => sum + content.length, 0);
      if (chars > maxChars) throw new LlmError("context_too_long", "does not fit");
      return "Ada keeps bees.";
    }),
  );

describe("modelSummarizer with a model whose context is small", () => {
  const long = { ...turn, user: "x".repeat(100_000), assistant: "y".repeat(3_000) };

  it("reads half as much of a single turn, again and again, until that fits", async () => {
    const model = small(4_500);
    expect(await modelSummarizer(model).summarize({ ...input, turns: [long] })).toEqual({
      text: "Ada keeps bees.",
    });
    expect(model.calls).toHaveLength(3);
  });

  it("leaves no turn out of several: it asks its caller for fewer", async () => {
    const model = small(4_500);
    const turns = [long, turn];
    await expect(modelSummarizer(model).summarize({ ...input, turns })).rejects.toMatchObject({
      code: "context_too_long",
    });
    expect(model.calls).toHaveLength(1);
  });

  it("gives up when even a beginning of the turn does not fit", async () => {
    const model = small(100);
    await expect(
      modelSummarizer(model).summarize({ ...input, turns: [long] }),
    ).rejects.toMatchObject({ code: "context_too_long" });
    expect(model.calls).toHaveLength(5);
  });
});

describe("modelSummarizer with a model that is offline", () => {
  it("keeps the person's own words, and says that no model wrote them", async () => {
    const summarizer = modelSummarizer(offlineModel());
    const { text } = await summarizer.summarize({ ...input, previous: null });
    expect(text).toBe("2026-11-20: “My name is Ada”");
    expect(summarizer.offline?.wrote(text)).toBe(true);
  });

  it("is not offline with any other", () => {
    expect(modelSummarizer(scriptedModel([])).offline).toBeUndefined();
  });
});

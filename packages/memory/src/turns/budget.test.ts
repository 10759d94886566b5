import { encode } from "gpt-tokenizer/encoding/o200k_base";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { chat, start } from "../memory.kit.ts";
import type { ChatMessage } from "../prompts.ts";
import { cannedSummarizer } from "../testing/index.ts";
import { samples } from "../tokens/languages.kit.ts";

/** What a provider counts. */
const modelTokens = (messages: readonly ChatMessage[]) =>
  messages.reduce((sum, { content }) => sum + encode(content).length + 4, 3);

const text = fc.oneof(
  fc.constantFrom(...Object.values(samples)),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
  fc.integer({ min: 1, max: 3_000 }).map((length) => "word ".repeat(length).slice(0, length)),
);

/** A chat in which so much was said, `covered` of it before a summary. */
async function talk(said: readonly string[], promptTokens: number, covered = 0) {
  const bot = start({ policy: { promptTokens, summarizeEvery: 100 }, store: inMemoryStore() });
  for (const [at, user] of said.entries()) {
    if (at === covered && at > 0) await bot.memory.summarize(chat);
    const turn = await bot.memory.open(chat, { turnId: `t${at}` });
    await turn.commit({ user: `${at}: ${user}`, assistant: `Answer ${at}.` });
  }
  return bot;
}

/** Answers like a provider: a prompt that is too long is refused. */
async function ask(
  memory: ReturnType<typeof start>["memory"],
  { turnId, user, contextTokens }: { turnId: string; user: string; contextTokens: number },
) {
  const turn = await memory.open(chat, { turnId });
  let refused = 0;
  while (modelTokens(turn.prompt(user)) > contextTokens) {
    refused++;
    if (!turn.shorten()) return { refused, answered: false };
  }
  await turn.commit({ user, assistant: "I see. Tell me more about what happened afterwards." });
  return { refused, answered: true };
}

describe("a prompt", () => {
  it("is within its limit by the estimate, or holds the message alone; its report adds up to it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 14 }),
        text,
        fc.integer({ min: 1, max: 3_000 }),
        fc.nat(14),
        async (said, message, limit, covered) => {
          const { memory } = await talk(said, limit, covered);
          const turn = await memory.open(chat, { turnId: "x" });
          const messages = turn.prompt(message);
          const { report } = turn;
          const turns = report.kept.reduce((sum, { tokens }) => sum + tokens, 0);
          const { tokens, systemTokens, summaryTokens, messageTokens } = report;
          expect(tokens).toBe(systemTokens + summaryTokens + turns + messageTokens);
          expect(messages).toHaveLength(2 * report.kept.length + 2);
          expect(messages.at(-1)?.content).toBe(message);
          expect(messages[0]?.content.includes("<background>")).toBe(report.summary === "kept");
          expect(report.kept.length + report.dropped.length).toBe(turn.window.length);
          if (tokens > limit) {
            expect(messages).toHaveLength(2);
            expect(report.summary).not.toBe("kept");
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("tells which turns have no room, and that the model cannot know of those that no summary covers", async () => {
    const said = Array.from({ length: 8 }, () => "word ".repeat(40));
    const reportOf = async (limit: number) => {
      const { memory } = await talk(said, limit, 5);
      return (await memory.open(chat, { turnId: "x" })).report;
    };
    const whole = await reportOf(30_000);
    const sixTurns = whole.kept.slice(0, 6).reduce((sum, { tokens }) => sum + tokens, 0);
    const limit = whole.tokens - sixTurns;
    const report = await reportOf(limit);
    expect(report.dropped).toEqual(
      [1, 2, 3, 4, 5, 6].map((seq) => ({ seq, covered: seq <= 5, why: "limit" })),
    );
    expect(report.kept.map(({ seq }) => seq)).toEqual([7, 8]);
    expect(report).toMatchObject({ summary: "kept", limitTokens: limit, tokens: limit });
  });

  it("tells of turns that the policy does not show", async () => {
    const { memory, say } = start({ policy: { window: 2 }, summarized: false });
    await say(4);
    const turn = await memory.open(chat, { turnId: "x" });
    expect(turn.report.dropped).toEqual(
      [1, 2].map((seq) => ({ seq, covered: false, why: "window" })),
    );
  });

  it("counts with the tokens of the caller, if they are given", async () => {
    const { memory, say } = start({ tokens: () => 100, policy: { promptTokens: 700 } });
    await say(5);
    const turn = await memory.open(chat, { turnId: "x" });
    expect(turn.prompt("hi")).toHaveLength(6);
    expect(turn.report).toMatchObject({ tokens: 624, messageTokens: 104, systemTokens: 104 });
  });

  it("leaves the summary out of `system` when the message leaves no room for it", async () => {
    const { memory, say } = start({
      systemPrompt: "Be kind.",
      summarizer: cannedSummarizer("Anna lives in Lisbon, keeps bees and works as a nurse."),
      policy: { promptTokens: 120 },
    });
    await say(1);
    await memory.summarize(chat);
    const turn = await memory.open(chat, { turnId: "x" });
    turn.messages("hi");
    expect(turn.system).toContain("bees");
    turn.messages("word ".repeat(90));
    expect(turn.system).toBe("Be kind.");
    expect(turn.report.summary).toBe("dropped");
  });
});

describe("a model that takes less than the policy allows", () => {
  it.each([
    [4_096, 40, `On that day we went to the harbour and looked at the boats. `.repeat(25)],
    [4_096, 8, samples["Chinese"]?.repeat(32).slice(0, 4_096) ?? ""],
    [8_192, 40, `On that day we went to the harbour and looked at the boats. `.repeat(68)],
    [2_048, 30, samples["Arabic"]?.repeat(5) ?? ""],
  ])(
    "of %i tokens answers all of %i long messages, and refuses few prompts",
    async (contextTokens, count, body) => {
      const { memory } = start();
      let refusals = 0;
      for (let n = 0; n < count; n++) {
        const done = await ask(memory, { turnId: `t${n}`, user: `${n}: ${body}`, contextTokens });
        expect(done.answered).toBe(true);
        refusals += done.refused;
      }
      expect(refusals).toBeLessThan(12);
    },
  );

  it("says so when the message alone is too long, and goes on with the next one", async () => {
    const { memory } = start();
    const contextTokens = 1_000;
    for (let n = 0; n < 5; n++)
      await ask(memory, { turnId: `t${n}`, user: "word ".repeat(100), contextTokens });
    const long = { turnId: "long", user: "word ".repeat(2_000), contextTokens };
    expect((await ask(memory, long)).answered).toBe(false);
    const next = await ask(memory, { turnId: "next", user: "hi", contextTokens });
    expect(next).toEqual({ refused: 0, answered: true });
    expect((await memory.open(chat, { turnId: "x" })).window.length).toBeGreaterThan(4);
  });

  it("is believed when it names its limit", async () => {
    const { memory } = await talk(
      Array.from({ length: 10 }, () => "word ".repeat(500)),
      30_000,
    );
    const turn = await memory.open(chat, { turnId: "x" });
    turn.prompt("hi");
    expect(turn.shorten({ limitTokens: 2_000 })).toBe(true);
    expect(turn.report.tokens).toBeLessThanOrEqual(2_000);
    const other = await memory.open("another chat", { turnId: "y" });
    expect(other.report.limitTokens).toBe(2_000);
    expect(() => turn.shorten({ limitTokens: 0 })).toThrowError(
      expect.objectContaining({ code: "invalid_argument" }),
    );
  });

  it("is never given the same prompt again, until nothing is left to drop", async () => {
    const { memory } = await talk(["a", "b", "c"], 30_000, 2);
    const turn = await memory.open(chat, { turnId: "x" });
    let before = turn.prompt("hi");
    while (turn.shorten()) {
      const now = turn.prompt("hi");
      expect(JSON.stringify(now).length).toBeLessThan(JSON.stringify(before).length);
      before = now;
    }
    expect(before).toHaveLength(2);
    expect(turn.report).toMatchObject({ kept: [], summary: "dropped" });
  });

  it("refuses the prompt of an edit, which is shortened too", async () => {
    const { memory } = await talk(["a", "b", "c"], 30_000);
    const revision = await memory.revise(chat, { turnId: "t2", editId: "e1" });
    const before = revision.prompt("new").length;
    expect(revision.shorten()).toBe(true);
    expect(revision.prompt("new").length).toBeLessThan(before);
  });
});

describe("pending turns that a prompt has no room for", () => {
  it("make the next summary due before its time", async () => {
    const { memory } = await talk(["a", "b"], 300);
    const turn = await memory.open(chat, { turnId: "x" });
    expect(turn.due).toBe(false);
    const done = await turn.commit({ user: "word ".repeat(300), assistant: "Well." });
    expect(done.due).toBe(true);
    expect((await memory.open(chat, { turnId: "y" })).due).toBe(true);
    await memory.summarize(chat);
    expect((await memory.open(chat, { turnId: "z" })).due).toBe(false);
  });
});

/** How many of nine turns the prompt after a commit with this usage shows. */
async function shownAfter(usage: { readonly enlarged?: true }): Promise<number> {
  const { memory } = await talk(Array(8).fill("word ".repeat(40)), 1_000);
  const turn = await memory.open(chat, { turnId: "searched" });
  turn.prompt("Does it rain?");
  const counted = { input: 9_000, output: 5, ...usage };
  await turn.commit({ user: "Does it rain?", assistant: "It does.", usage: counted });
  const next = await memory.open(chat, { turnId: "next" });
  next.prompt("And now?");
  return next.report.kept.length;
}

it("takes no measure of a prompt that held more than memory gave, such as what a search found", async () => {
  expect(await shownAfter({ enlarged: true })).toBe(9);
  expect(await shownAfter({})).toBeLessThan(9);
});

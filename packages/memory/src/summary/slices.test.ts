import { describe, expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import type { SummarizeInput } from "../summarizer.ts";
import { cannedSummarizer } from "../testing/index.ts";

const charsOf = ({ turns }: Pick<SummarizeInput, "turns">) =>
  turns.reduce((sum, { user, assistant }) => sum + user.length + assistant.length, 0);

const upTo = ({ turns }: SummarizeInput) => `Talked up to turn ${turns.at(-1)?.seq}.`;

const tooLong = () =>
  Object.assign(new Error("too long"), { code: "context_too_long", retryable: false });

/** A model whose context holds so many characters. */
const small = (maxChars: number) =>
  cannedSummarizer((input) => (charsOf(input) > maxChars ? tooLong() : upTo(input)));

/** A chat in which so many turns of twice 4,000 characters wait for a summary, and its answers are applied later. */
async function longOutage(options: Parameters<typeof start>[0], turns = 200) {
  const bot = start(options);
  for (let n = 1; n <= turns; n++) {
    const turn = await bot.memory.open(chat, { turnId: `t${n}` });
    await turn.commit({ user: "x".repeat(4_000), assistant: "y".repeat(4_000) });
  }
  bot.events.length = 0;
  return bot;
}

const seqsOf = (inputs: readonly SummarizeInput[]) =>
  inputs.flatMap(({ turns }) => turns.map(({ seq }) => seq));

const all = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("the turns of a long outage", () => {
  it("are folded in slices that fit, each turn once and in order, and none is dropped", async () => {
    const summarizer = cannedSummarizer(upTo);
    const { memory, store, archive, types } = await longOutage({ summarizer });
    expect(await memory.summarize(chat)).toEqual({
      status: "applied",
      version: 67,
      coversThrough: 200,
      due: false,
    });
    expect(Math.max(...summarizer.inputs.map(charsOf))).toBe(24_000);
    expect(seqsOf(summarizer.inputs)).toEqual(all(200));
    expect(summarizer.inputs.map(({ previous }) => previous)).toEqual([
      null,
      ...summarizer.inputs.slice(0, -1).map(upTo),
    ]);
    expect(await store.begin(chat, "")).toMatchObject({ watermark: 200, version: 67, dropped: 0 });
    expect(await archive.load(chat)).toMatchObject({ version: 67, coversThrough: 200 });
    expect(new Set(types())).toEqual(new Set(["summary_applied"]));
  });

  it("are folded by a model that takes less than a slice, which is halved until it fits", async () => {
    const { memory, store } = await longOutage({ summarizer: small(9_000) }, 20);
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", coversThrough: 20 });
    expect(await store.begin(chat, "")).toMatchObject({ watermark: 20, version: 20 });
  });

  it("are halved no further than is needed", async () => {
    const summarizer = small(50_000);
    const { memory } = await longOutage({ summarizer, policy: { summaryChars: 80_000 } }, 20);
    await memory.summarize(chat);
    expect(summarizer.inputs.map(charsOf)).toEqual([80_000, 40_000, 40_000, 40_000, 40_000]);
  });

  it("take as many characters a call as the policy says", async () => {
    const summarizer = cannedSummarizer(upTo);
    const { memory } = await longOutage({ summarizer, policy: { summaryChars: 80_000 } }, 20);
    await memory.summarize(chat);
    expect(summarizer.inputs.map(charsOf)).toEqual([80_000, 80_000]);
  });

  it("are folded by fewer at once after each text that was no summary: a model drops less of what it knew then", async () => {
    const summarizer = cannedSummarizer((input) =>
      input.turns.length > 12 ? "NONE" : upTo(input),
    );
    const { memory, say, pass } = start({ summarizer });
    await say(40);
    for (let refused = 0; refused < 2; refused++) {
      expect(await memory.summarize(chat)).toMatchObject({ status: "rejected" });
      pass(3_600_000);
    }
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", coversThrough: 40 });
    expect(summarizer.inputs.map(({ turns }) => turns.length)).toEqual([40, 20, 10, 10, 10, 10]);
  });

  it("stay covered as far as they were when a later slice fails", async () => {
    let calls = 0;
    const summarizer = cannedSummarizer((input) =>
      ++calls === 3 ? new Error("503") : upTo(input),
    );
    const { memory, pass } = await longOutage({ summarizer }, 20);
    expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
    expect(await memory.chat(chat).show()).toMatchObject({ coversThrough: 6 });
    pass(30_000);
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", coversThrough: 20 });
    expect(seqsOf(summarizer.inputs)).toEqual([...all(9), ...all(20).slice(6)]);
  });
});

it("a single turn that no model takes fails the summary, and stays", async () => {
  const { memory, store, events } = await longOutage({ summarizer: small(100) }, 2);
  expect(await memory.summarize(chat)).toEqual({ status: "failed", by: "summarizer" });
  expect(await store.begin(chat, "")).toMatchObject({ watermark: 0, version: 0 });
  expect(events.map(({ type }) => type)).toEqual(["summarizer_failed", "summary_failed"]);
});

it("a turn that was taken back is in no summary, and is covered by the next one", async () => {
  const { memory, summarizer, store, say } = start();
  await say(4);
  await memory.chat(chat).undo();
  await memory.chat(chat).undo();
  await memory.summarize(chat);
  expect(seqsOf(summarizer.inputs)).toEqual([1, 2]);
  expect((await store.begin(chat, "")).watermark).toBe(4);
  await say(1, "u");
  await memory.chat(chat).undo();
  expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
  expect(summarizer.inputs).toHaveLength(1);
});

it("a summary reads what was said in the order in which it was said", async () => {
  const { memory, summarizer } = start();
  const slow = await memory.open(chat, { turnId: "slow", saidAtMs: 1_000 });
  const quick = await memory.open(chat, { turnId: "quick", saidAtMs: 2_000 });
  await quick.commit({ user: "quick", assistant: "b" });
  await slow.commit({ user: "slow", assistant: "a" });
  await memory.summarize(chat);
  expect(summarizer.inputs[0]?.turns.map(({ user }) => user)).toEqual(["slow", "quick"]);
});

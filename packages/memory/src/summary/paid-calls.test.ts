import { describe, expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import type { SummarizeInput } from "../summarizer.ts";
import { cannedSummarizer } from "../testing/index.ts";

const upTo = ({ turns }: SummarizeInput) => `Talked up to turn ${turns.at(-1)?.seq}.`;

/** Lets a person write 30 messages, of which each that makes a summary due asks for one, as in the README. */
async function talk(
  bot: ReturnType<typeof start>,
  after: (n: number, asked: readonly Promise<unknown>[]) => Promise<unknown>,
) {
  const asked: Promise<unknown>[] = [];
  for (let n = 1; n <= 30; n++) {
    const [done] = await bot.say(1, `message ${n} `);
    if (done?.status === "committed" && done.due) asked.push(bot.memory.summarize(chat));
    await after(n, asked);
  }
  await Promise.all(asked);
}

describe("a bot that asks for a summary after every message that makes one due", () => {
  it("pays one call for each summary, however slow the model is", async () => {
    const inputs: SummarizeInput[] = [];
    let end: (() => void) | undefined;
    const bot = start({
      summarizer: {
        async summarize(input) {
          inputs.push(input);
          await new Promise<void>((resolve) => void (end = resolve));
          return { text: upTo(input) };
        },
      },
    });
    await talk(bot, async (n, asked) => {
      if (n !== 19 && n !== 30) return;
      end?.();
      await Promise.all(asked);
    });
    expect(inputs.map(({ turns }) => turns.length)).toEqual([10, 10]);
  });

  it("pays one call and not thirty while the model fails, and none is lost", async () => {
    let well = false;
    const summarizer = cannedSummarizer((input) => (well ? upTo(input) : new Error("503")));
    const bot = start({ summarizer });
    await talk(bot, async () => {});
    expect(summarizer.inputs).toHaveLength(1);
    well = true;
    bot.pass(30_000);
    expect(await bot.memory.summarize(chat)).toMatchObject({
      status: "applied",
      coversThrough: 30,
    });
  });

  it("pays one call and not thirty while the model's texts are refused", async () => {
    const summarizer = cannedSummarizer("NONE");
    await talk(start({ summarizer }), async () => {});
    expect(summarizer.inputs).toHaveLength(1);
  });
});

describe("after a summary that failed", () => {
  it("nobody is asked for so long as the answer says", async () => {
    const { memory, archive, summarizer, say, pass } = start({
      summarizer: cannedSummarizer(new Error("503")),
    });
    await say(10);
    const first = await memory.summarize(chat);
    const ms = first.status === "deferred" ? (first.retryAfterMs ?? 0) : 0;
    expect(ms).toBeGreaterThan(0);
    const calls = archive.calls.length;
    pass(ms - 1_000);
    expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
    expect(archive.calls).toHaveLength(calls);
    pass(1_000);
    await memory.summarize(chat);
    expect(archive.calls.length).toBeGreaterThan(calls);
    expect(summarizer.inputs).toEqual([]);
  });

  it("nobody is asked before the time that the model named", async () => {
    const busy = Object.assign(new Error("429"), { retryAfterMs: 7_200_000 });
    const { memory, say } = start({ summarizer: cannedSummarizer(busy) });
    await say(10);
    expect(await memory.summarize(chat)).toEqual({ status: "deferred", retryAfterMs: 7_200_000 });
  });

  it("other chats are summarized", async () => {
    const { memory, say } = start({
      summarizer: cannedSummarizer(({ turns }) =>
        turns[0]?.user === "hi" ? "Said hi." : new Error("503"),
      ),
    });
    await say(10);
    await memory.summarize(chat);
    const turn = await memory.open("another", { turnId: "t" });
    await turn.commit({ user: "hi", assistant: "hello" });
    expect(await memory.summarize("another")).toMatchObject({ status: "applied" });
  });

  it("a chat that was forgotten begins anew", async () => {
    let well = false;
    const { memory, say } = start({
      summarizer: cannedSummarizer((input) => (well ? upTo(input) : new Error("503"))),
    });
    await say(10);
    await memory.summarize(chat);
    await memory.chat(chat).forget({ requestId: "r" });
    well = true;
    await say(1, "new");
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
  });

  it("a caller that has gone is no failure: the next one is served", async () => {
    const { memory, say } = start();
    await say(10);
    expect(await memory.summarize(chat, { signal: AbortSignal.abort() })).toEqual({
      status: "deferred",
    });
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
  });
});

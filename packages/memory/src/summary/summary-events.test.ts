import { describe, expect, it } from "vitest";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { start, chat } from "../memory.kit.ts";
import type { WaitOptions } from "../wait-options.ts";
import { cannedSummarizer } from "../testing/index.ts";

/** What is told of one job about two turns. */
async function eventsOf(
  bot: ReturnType<typeof start>,
  { prepare, ...wait }: WaitOptions & { readonly prepare?: () => void } = {},
) {
  const { memory, say, events } = bot;
  await say(2);
  await memory.settled();
  events.length = 0;
  prepare?.();
  await memory.summarize(chat, wait);
  return events;
}

const broken = new Error("told to fail");

describe("a summarize job tells how it ended, once, and why", () => {
  it("when it has a new summary: of what, and how long it took", async () => {
    let nowMs = 1_000;
    const bot = start({
      now: () => nowMs,
      summarizer: {
        async summarize() {
          nowMs += 1_500;
          return { text: "Two turns." };
        },
      },
    });
    expect(await eventsOf(bot)).toEqual([
      {
        type: "summary_applied",
        chat,
        version: 1,
        coversThrough: 2,
        turns: 2,
        words: 2,
        ms: 1_500,
      },
    ]);
  });

  it("when there is nothing to do: not at all", async () => {
    const { memory, events } = start();
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(events).toEqual([]);
  });

  it("when the text is no summary", async () => {
    expect(await eventsOf(start({ summarizer: cannedSummarizer("NONE") }))).toEqual([
      { type: "summary_rejected", chat, reasons: ["empty"] },
    ]);
  });

  it("when another worker was faster", async () => {
    const store = { ...inMemoryStore(), apply: async () => "conflict" as const };
    expect(await eventsOf(start({ store }))).toEqual([{ type: "summary_conflict", chat }]);
  });

  it("when the person asked to be forgotten", async () => {
    const store = { ...inMemoryStore(), apply: async () => "forgotten" as const };
    expect(await eventsOf(start({ store }))).toEqual([{ type: "summary_forgotten", chat }]);
  });

  it("when the summarizer failed", async () => {
    expect(await eventsOf(start({ summarizer: cannedSummarizer(broken) }))).toEqual([
      { type: "summarizer_failed", chat, error: broken },
      { type: "summary_deferred", chat },
    ]);
  });

  it("when the summarizer was late", async () => {
    const hangs = { summarize: () => new Promise<never>(() => {}) };
    const bot = start({ summarizer: hangs, policy: { summarizerTimeoutMs: 20 } });
    const error = new Error("The summarizer did not answer within 20 ms.");
    expect(await eventsOf(bot)).toEqual([
      { type: "summarizer_failed", chat, error },
      { type: "summary_deferred", chat },
    ]);
  });

  it("when the store failed", async () => {
    const store = { ...inMemoryStore(), apply: () => Promise.reject(broken) };
    expect(await eventsOf(start({ store }))).toEqual([
      {
        type: "store_failed",
        chat,
        error: expect.objectContaining({ code: "store_unavailable", cause: broken }),
      },
      { type: "summary_deferred", chat },
    ]);
  });

  it("when the archive failed, which is no failure of the store", async () => {
    const bot = start();
    const prepare = () => bot.archive.break("save");
    expect(await eventsOf(bot, { prepare })).toEqual([
      { type: "archive_failed", chat, call: "save", error: expect.any(Error) },
      { type: "summary_deferred", chat },
    ]);
  });

  it("when its caller has gone, which is nobody's failure", async () => {
    expect(await eventsOf(start(), { signal: AbortSignal.abort() })).toEqual([
      { type: "summary_deferred", chat },
    ]);
  });
});

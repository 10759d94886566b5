import { summariesQueue } from "@tgmem/contracts";
import { cannedSummarizer } from "@tgmem/memory/testing";
import { createMemory, inMemoryArchive, inMemoryStore } from "@tgmem/memory";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { requestIdleSummaries } from "./idle-summaries.ts";

const dayMs = 86_400_000;
const options = { idleMs: dayMs, signal: AbortSignal.timeout(60_000) };

it("requests a summary, once, for each chat that fell silent with turns that no summary covers", async () => {
  let nowMs = 1_000_000_000_000;
  const now = () => nowMs;
  const summarizer = cannedSummarizer("Anna lives in Lisbon.");
  const store = inMemoryStore({ now });
  const memory = createMemory({ store, archive: inMemoryArchive(), summarizer, now });
  const summaries = inMemoryQueue(summariesQueue);
  const say = async (chat: string) =>
    (await memory.open(chat, { turnId: `${chat} ${nowMs}` })).commit({
      user: "I am Anna and live in Lisbon",
      assistant: "Nice.",
    });
  await say("41");
  await say("42");
  await memory.summarize("42");
  nowMs += dayMs;
  await say("43");

  expect(await requestIdleSummaries({ memory, summaries }, options)).toBe(1);
  await requestIdleSummaries({ memory, summaries }, options);
  expect(await summaries.take({ max: 9, leaseMs: 1_000, waitMs: 0 })).toMatchObject([
    { lane: "41", body: { v: 1, chatId: "41" } },
  ]);
});

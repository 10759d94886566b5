import { createMemory, inMemoryStore } from "@tgmem/memory";
import { cannedSummarizer } from "@tgmem/memory/testing";
import type { AirtableServer } from "@tgmem/airtable-test-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { manualClock, startArchiveServer } from "./archive.kit.ts";
import { airtableArchive, type ArchiveEvent } from "./index.ts";
import { outageBreaker } from "./outage.ts";

const start = () => {
  const clock = { at: 0 };
  return { clock, breaker: outageBreaker({ now: () => clock.at, random: () => 0 }) };
};
const failTimes = (breaker: ReturnType<typeof outageBreaker>, times: number) => {
  let ms = 0;
  for (let n = 0; n < times; n++) ms = breaker.failed();
  return ms;
};

describe("the breaker of an outage", () => {
  it("opens at the fifth failure in a row, and at no earlier one", () => {
    const { breaker } = start();
    expect(failTimes(breaker, 4)).toBe(0);
    breaker.answered();
    expect(failTimes(breaker, 4)).toBe(0);
    breaker.acquire();
    expect(breaker.failed()).toBe(30_000);
    expect(() => breaker.acquire()).toThrow(
      expect.objectContaining({ code: "unavailable", retryAfterMs: 30_000 }),
    );
  });

  it("lets one request find out for all, and waits longer each time that it fails", () => {
    const { clock, breaker } = start();
    failTimes(breaker, 5);
    for (const ms of [60_000, 120_000, 240_000, 300_000, 300_000]) {
      clock.at += 300_000;
      expect(breaker.isOpen()).toBe(false);
      breaker.acquire();
      expect(() => breaker.acquire()).toThrow();
      expect(breaker.failed()).toBe(ms);
    }
    clock.at += 300_000;
    breaker.acquire();
    breaker.answered();
    breaker.acquire();
    breaker.acquire();
  });
});

describe("an Airtable that is away", () => {
  let server: AirtableServer;
  let clock: ReturnType<typeof manualClock>;
  let events: ArchiveEvent[];
  beforeEach(async () => {
    clock = manualClock();
    events = [];
    server = await startArchiveServer({ now: clock.now });
  });
  afterEach(() => server.close());

  it("is not called for each of many summaries, costs the model none, and is found again", async () => {
    const onEvent = (event: ArchiveEvent) => void events.push(event);
    const archive = airtableArchive({ ...server, ...clock, callsPerMonth: 0.001, onEvent });
    const summarizer = cannedSummarizer();
    const memory = createMemory({ store: inMemoryStore(), archive, summarizer, now: clock.now });
    const say = async (chat: string) => {
      for (let n = 0; n < 10; n++) {
        const turn = await memory.open(chat, { turnId: `${chat}:${clock.now()}:${n}` });
        await turn.commit({ user: `said ${n}`, assistant: "Oh." });
      }
      await memory.settled();
    };
    const people = Array.from({ length: 20 }, (_, n) => String(100 + n));
    for (const chat of people) {
      await say(chat);
      await memory.summarize(chat);
    }
    const made = summarizer.inputs.length;
    for (const chat of people) await say(chat);

    server.fail("bad_gateway", { times: Infinity });
    const before = server.journal.length;
    for (const chat of people)
      expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
    expect(server.journal.length - before).toBeLessThanOrEqual(10);
    expect(summarizer.inputs.length - made).toBeLessThanOrEqual(1);
    expect(events).toContainEqual({
      type: "outage",
      code: "unavailable",
      pauseMs: expect.any(Number),
    });
    expect(await memory.summarize("119")).toMatchObject({
      status: "deferred",
      retryAfterMs: expect.toSatisfy((ms: number) => ms >= 15_000),
    });

    server.mend();
    clock.advance(600_000);
    for (const chat of people)
      expect(await memory.summarize(chat)).toMatchObject({ status: "applied", version: 2 });
  });
});

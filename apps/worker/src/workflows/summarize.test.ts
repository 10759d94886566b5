import { summariesQueue } from "@tgmem/contracts";
import {
  createMemory,
  type MemoryOptions,
  inMemoryArchive,
  inMemoryStore,
  type SummaryArchive,
  type Summarizer,
} from "@tgmem/memory";
import { inMemoryQueue, keepLeases } from "@tgmem/queue";
import { expect, it } from "vitest";
import { createSummarize, type SummarizeEvent } from "./summarize.ts";

const leaseMs = 60_000;
const user = "42";

function start({
  summarizer,
  archive = inMemoryArchive(),
  now = Date.now,
  policy = {},
}: {
  summarizer: Summarizer;
  archive?: SummaryArchive;
  now?: () => number;
  policy?: MemoryOptions["policy"];
}) {
  const summaries = inMemoryQueue({ ...summariesQueue, now });
  const memory = createMemory({ store: inMemoryStore(), archive, summarizer, now, policy });
  const events: SummarizeEvent[] = [];
  const summarize = createSummarize({
    summaries,
    leases: keepLeases(summaries, { leaseMs }),
    memory,
    now,
    onEvent: (event) => events.push(event),
  });
  let said = 0;
  async function again() {
    const [job] = await summaries.take({ max: 1, leaseMs, waitMs: 0 });
    if (job) await summarize({ lane: user, id: job.id }, { signal: new AbortController().signal });
  }
  return {
    again,
    memory,
    summaries,
    events,
    async say(count: number) {
      for (let more = 0; more < count; more++) {
        const turn = await memory.open(user, { turnId: `t${++said}` });
        await turn.commit({ user: `fact ${said}`, assistant: "ok" });
      }
    },
    async run(body: { forget?: { requestId: string; againAtMs?: number } } = {}) {
      await summaries.push([
        { id: `job${said}`, lane: user, body: { v: 1, chatId: user, ...body } },
      ]);
      await again();
    },
  };
}

it("goes on until nothing is due, because no later commit may ask again", async () => {
  let calls = 0;
  const bot = start({
    summarizer: {
      async summarize({ turns }) {
        if (++calls === 1) await bot.say(15);
        return { text: `They told facts up to number ${turns.at(-1)?.seq}.` };
      },
    },
  });
  await bot.say(10);
  await bot.run();
  expect(await bot.memory.chat(user).show()).toMatchObject({ coversThrough: 25 });
  expect(bot.events.map((event) => event.type === "summarized" && event.status)).toEqual([
    "applied",
    "applied",
  ]);
  expect(await bot.summaries.stats()).toMatchObject({ depth: 0 });
});

it("waits in its lane when the model cannot be reached, and loses nothing", async () => {
  const bot = start({ summarizer: { summarize: () => Promise.reject(new Error("away")) } });
  await bot.say(10);
  await bot.run();
  expect(bot.events).toMatchObject([{ type: "summarized", status: "deferred" }]);
  expect(await bot.summaries.stats()).toMatchObject({ depth: 1, waiting: 1, deadLetters: 0 });
  expect((await bot.memory.chat(user).show()).turns).toHaveLength(10);
});

it("is made five minutes after an outage at most, however long it lasted", async () => {
  let nowMs = 1_000_000;
  let away = true;
  const bot = start({
    now: () => nowMs,
    summarizer: {
      async summarize() {
        if (away) throw new Error("away");
        return { text: "They told facts up to number 10." };
      },
    },
  });
  await bot.say(10);
  await bot.run();
  for (let minute = 0; minute < 120; minute++) {
    nowMs += 60_000;
    await bot.again();
  }
  away = false;
  nowMs += 300_000;
  await bot.again();
  expect(await bot.memory.chat(user).show()).toMatchObject({ coversThrough: 10 });
  expect(await bot.summaries.stats()).toMatchObject({ depth: 0, deadLetters: 0 });
});

it("waits in its lane when the model refuses, because its account may be mended", async () => {
  const refused = Object.assign(new Error("no credit"), { retryable: false });
  const bot = start({ summarizer: { summarize: () => Promise.reject(refused) } });
  await bot.say(10);
  await bot.run();
  expect(bot.events).toMatchObject([{ type: "summarized", status: "failed" }]);
  expect(await bot.summaries.stats()).toMatchObject({ depth: 1, waiting: 1, deadLetters: 0 });
  expect((await bot.memory.chat(user).show()).turns).toHaveLength(10);
});

it("asks again by itself for a summary of fewer turns when the one of many was none", async () => {
  let nowMs = 1_000_000;
  const asked: number[] = [];
  const bot = start({
    now: () => nowMs,
    summarizer: {
      async summarize({ turns }) {
        asked.push(turns.length);
        return { text: turns.length > 12 ? "NONE" : `They told facts up to ${turns.at(-1)?.seq}.` };
      },
    },
  });
  await bot.say(40);
  await bot.run();
  for (let minute = 0; minute < 5; minute++) {
    nowMs += 60_000;
    await bot.again();
  }
  expect(asked).toEqual([40, 20, 10, 10, 10, 10]);
  expect(await bot.summaries.stats()).toMatchObject({ depth: 0, deadLetters: 0 });
});

it.each([
  ["a key that is wrong for a day", 82_800_000, 0],
  ["one that is wrong for two days, of which the operator is told", 172_800_000, 1],
])("buries no summary for %s", async (_, lastsMs, deadLetters) => {
  const startedMs = 1_000_000;
  let nowMs = startedMs;
  const refused = Object.assign(new Error("no credit"), { retryable: false });
  const bot = start({
    now: () => nowMs,
    summarizer: { summarize: () => Promise.reject(refused) },
  });
  await bot.say(10);
  await bot.run();
  while (nowMs < startedMs + lastsMs) {
    nowMs += 60_000;
    await bot.again();
  }
  const { depth, deadLetters: buried } = await bot.summaries.stats();
  expect({ depth, buried }).toEqual({ depth: 1 - deadLetters, buried: deadLetters });
});

it("finishes an erasure that the archive had refused", async () => {
  const inner = inMemoryArchive();
  let away = true;
  const archive: SummaryArchive = {
    ...inner,
    erase: (person, options) =>
      away ? Promise.reject(new Error("away")) : inner.erase(person, options),
  };
  const bot = start({
    archive,
    summarizer: { summarize: async () => ({ text: "They told ten facts." }) },
  });
  await bot.say(10);
  await bot.memory.summarize(user);
  await bot.memory.chat(user).forget({ requestId: "r" });
  expect(await inner.load(user)).not.toBeNull();
  away = false;
  await bot.run({ forget: { requestId: "r" } });
  expect(await inner.load(user)).toBeNull();
  expect(bot.events).toMatchObject([{ type: "erased", pending: false }]);
});

it("keeps a request to forget until no summary can be on its way any more, and erases once more then", async () => {
  const bot = start({ summarizer: { summarize: async () => ({ text: "They told ten facts." }) } });
  await bot.run({ forget: { requestId: "r1", againAtMs: Date.now() + 600_000 } });
  expect(bot.events).toMatchObject([{ type: "erased", pending: false }]);
  expect(await bot.summaries.stats()).toMatchObject({ depth: 1, deadLetters: 0 });
});

it("is done with a request to forget after that time", async () => {
  const bot = start({ summarizer: { summarize: async () => ({ text: "They told ten facts." }) } });
  await bot.run({ forget: { requestId: "r1", againAtMs: Date.now() - 1 } });
  expect(bot.events).toMatchObject([{ type: "erased", pending: false }]);
  expect(await bot.summaries.stats()).toMatchObject({ depth: 0, deadLetters: 0 });
});

it("makes a summary that has waited for its moment, also when its turn comes late", async () => {
  const hourMs = 3_600_000;
  let nowMs = 2 * hourMs + 600_000;
  const bot = start({
    now: () => nowMs,
    policy: { summaryWindowMs: hourMs },
    summarizer: { summarize: async () => ({ text: "They told facts." }) },
  });
  await bot.say(10);
  await bot.run();
  nowMs += hourMs;
  await bot.run();
  expect(bot.events.map((event) => event.type === "summarized" && event.status)).toEqual([
    "deferred",
    "applied",
  ]);
});

it("counts no attempt of a summary that waits for the moment at which summaries are made", async () => {
  const hourMs = 3_600_000;
  let nowMs = 2 * hourMs + 600_000;
  const bot = start({
    now: () => nowMs,
    policy: { summaryWindowMs: hourMs },
    summarizer: { summarize: async () => ({ text: "They told facts." }) },
  });
  await bot.say(10);
  await bot.run();
  expect(await bot.summaries.stats()).toMatchObject({ depth: 1, ready: 0 });
  nowMs += hourMs;
  const [job] = await bot.summaries.take({ max: 1, leaseMs, waitMs: 0 });
  expect(await bot.summaries.claim(user, job?.id ?? "", { leaseMs })).toMatchObject({ attempt: 1 });
});

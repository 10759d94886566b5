import * as fc from "fast-check";
import { expect, it } from "vitest";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { chat, start } from "../memory.kit.ts";

const shown = async ({ memory }: Pick<ReturnType<typeof start>, "memory">) =>
  (await memory.open(chat, { turnId: "x" })).window.map(({ seq }) => seq);

it("shows with `fifo` the last turns, and pending ones beyond them", async () => {
  const bot = start({ policy: { window: 3, summarizeEvery: 10, promptTurns: 5 } });
  await bot.say(4);
  expect(await shown(bot)).toEqual([1, 2, 3, 4]);
  await bot.say(2, "u");
  expect(await shown(bot)).toEqual([2, 3, 4, 5, 6]);
  await bot.memory.summarize(chat);
  expect(await shown(bot)).toEqual([4, 5, 6]);
});

it("shows with `since_summary` what no summary covers, and the overlap before it", async () => {
  const bot = start({ policy: { prompt: "since_summary", overlap: 2, summarizeEvery: 5 } });
  await bot.say(5);
  await bot.memory.summarize(chat);
  expect(await shown(bot)).toEqual([4, 5]);
  await bot.say(3, "u");
  expect(await shown(bot)).toEqual([4, 5, 6, 7, 8]);
});

it("shows no more than `promptTurns` with `since_summary`, because pending turns pile up while summaries fail", async () => {
  const bot = start({ policy: { prompt: "since_summary", promptTurns: 3 } });
  await bot.say(8);
  expect(await shown(bot)).toEqual([6, 7, 8]);
});

it("shows the window alone, and is never due, when nobody summarizes", async () => {
  for (const missing of [{ summarizer: undefined }, { archive: undefined }]) {
    const bot = start({ policy: { window: 3, summarizeEvery: 2 }, ...missing });
    const results = await bot.say(8);
    expect(await shown(bot)).toEqual([6, 7, 8]);
    expect(results.some((result) => result.due)).toBe(false);
  }
  const elsewhere = start({ summarizer: undefined, summarized: true, policy: { window: 3 } });
  await elsewhere.say(8);
  expect(await shown(elsewhere)).toHaveLength(8);
});

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .map((said) => `: ${said}`);
const speaker = fc.option(
  fc.record({ id: fc.constantFrom("7", "8"), name: fc.string({ unit: "grapheme", maxLength: 8 }) }),
  { nil: undefined },
);

it("begins each prompt with all of the one before it until the next summary, with `since_summary`, times and names", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text, speaker, fc.nat(90_000_000)), { minLength: 2, maxLength: 25 }),
      fc.integer({ min: 0, max: 3 }),
      fc.boolean(),
      async (said, overlap, timed) => {
        let nowMs = Date.UTC(2026, 9, 24);
        const { memory } = start({
          now: () => nowMs,
          ...(timed && { timeZone: "Europe/Lisbon" }),
          store: inMemoryStore({ window: 8 + overlap, now: () => nowMs }),
          policy: { prompt: "since_summary", overlap, summarizeEvery: 8 },
        });
        let before = "";
        for (const [at, [user, assistant, who, pauseMs]] of said.entries()) {
          nowMs += pauseMs;
          const turn = await memory.open(chat, {
            turnId: `t${at}`,
            speaker: who ?? { id: "1", name: "Ann" },
            ...(at % 2 === 0 && { saidAtMs: nowMs - 100_000 }),
          });
          const prompt = turn
            .prompt(user)
            .map((message) => JSON.stringify(message))
            .join();
          expect(prompt.slice(0, before.length)).toBe(before);
          before = prompt;
          // An answer takes its time.
          nowMs += 61_000;
          const done = await turn.commit({ user, assistant });
          if (!done.due) continue;
          await memory.summarize(chat);
          before = "";
        }
      },
    ),
    { numRuns: 100 },
  );
});

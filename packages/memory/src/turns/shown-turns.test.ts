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

it("begins each prompt with all of the one before it until the next summary, with `since_summary`", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 25 }),
      fc.integer({ min: 0, max: 3 }),
      async (said, overlap) => {
        const { memory } = start({
          store: inMemoryStore({ window: 8 + overlap }),
          policy: { prompt: "since_summary", overlap, summarizeEvery: 8 },
        });
        let before: string | null = null;
        for (const [at, [user, assistant]] of said.entries()) {
          const turn = await memory.open(chat, { turnId: `t${at}` });
          const messages = turn.prompt(user).map((message) => JSON.stringify(message));
          if (before !== null) expect(messages.join()).toContain(before);
          if (before !== null) expect(messages.join().startsWith(before)).toBe(true);
          before = messages.join();
          const done = await turn.commit({ user, assistant });
          if (!done.due) continue;
          await memory.summarize(chat);
          before = null;
        }
      },
    ),
    { numRuns: 60 },
  );
});

import { describe, expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";

/** A chat with a summary whose text somebody has changed in the archive. */
async function edited(summary: string) {
  const bot = start();
  await bot.say(10);
  await bot.memory.summarize(chat);
  const record = (await bot.archive.load(chat))!;
  await bot.archive.save(chat, { ...record, summary }, { expectVersion: record.version });
  return { ...bot, record };
}

describe("a summary that somebody edited in the archive", () => {
  it("wins, and the next one follows on it", async () => {
    const { memory, archive, summarizer, say, events } = await edited("She is called Anna.");
    await say(10, "u");
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied", version: 2 });
    expect(summarizer.inputs.at(-1)?.previous).toBe("She is called Anna.");
    expect(await archive.load(chat)).toMatchObject({ version: 2, coversThrough: 20 });
    expect(events).toContainEqual({ type: "edited_by_hand", chat, version: 1 });
  });

  it("is taken over even when there is nothing to fold", async () => {
    const { memory, archive, types } = await edited("She is called Anna.");
    expect(await memory.summarize(chat)).toEqual({ status: "nothing" });
    expect(await memory.chat(chat).show()).toMatchObject({ summary: "She is called Anna." });
    expect(await archive.load(chat)).toMatchObject({ summary: "She is called Anna.", version: 1 });
    expect(types()).not.toContain("repaired");
  });

  it("comes back when it was emptied, which is no way to erase it", async () => {
    const { memory, archive, record } = await edited("  ");
    await memory.summarize(chat);
    expect(await archive.load(chat)).toMatchObject({ summary: record.summary });
  });

  it("is not written over by a job that had read the text before it", async () => {
    const { archive, store, say, record: read } = await edited("She is called Anna.");
    await say(10, "u");
    const record = (await archive.load(chat))!;
    const slow = start({
      store,
      archive: { ...archive, load: async () => read },
      summarizer: {
        async summarize() {
          await store.hydrate(chat, record, { replace: true });
          return { text: "Knows nothing of Anna." };
        },
      },
    });
    expect(await slow.memory.summarize(chat)).toEqual({ status: "conflict" });
    expect(await archive.load(chat)).toMatchObject({ summary: "She is called Anna." });
  });
});

import { expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import type { Summarizer } from "../summarizer.ts";

const offline: Summarizer = {
  offline: { wrote: (summary) => summary.startsWith("Offline:") },
  async summarize({ previous, turns }) {
    return { text: `${previous ?? "Offline:"} turn ${turns.at(-1)?.seq}.` };
  },
};

it("a summarizer without a model follows on its own texts", async () => {
  const { memory, say } = start({ summarizer: offline });
  await say(2);
  await memory.summarize(chat);
  await say(2, "u");
  expect(await memory.summarize(chat)).toMatchObject({ status: "applied", version: 2 });
  expect((await memory.chat(chat).show()).summary).toBe("Offline: turn 2. turn 4.");
});

it("a summarizer without a model never replaces what a model wrote: the turns wait for one", async () => {
  const { memory, archive, store, say } = start();
  await say(10);
  await memory.summarize(chat);
  const written = await archive.load(chat);
  const keyless = start({ store, archive, summarizer: offline });
  await keyless.say(10, "u");
  expect(await keyless.memory.summarize(chat)).toMatchObject({ status: "deferred" });
  expect(await archive.load(chat)).toEqual(written);
  expect(keyless.events).toContainEqual({
    type: "summarizer_failed",
    chat,
    error: expect.objectContaining({ message: expect.stringContaining("without a model") }),
  });
  expect(await memory.summarize(chat)).toMatchObject({ status: "applied", coversThrough: 20 });
});

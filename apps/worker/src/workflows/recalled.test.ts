import {
  inMemoryForgetMarks,
  type InboundMessage,
  inboundId,
  outboundQueue,
  summariesQueue,
} from "@tgmem/contracts";
import { scriptedModel } from "@tgmem/llm/testing";
import { createMemory, inMemoryPostings, inMemoryStore, recallIndex } from "@tgmem/memory";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { reply, type ReplyDeps } from "./reply.ts";

const { signal } = new AbortController();

/** A bot whose window is short, which nobody summarizes, and one chat that says these things one after another. */
async function told(texts: readonly string[], chatId = "42") {
  const model = scriptedModel(Array.from({ length: 40 }, (_, n) => `Answer ${n}.`));
  const memory = createMemory({
    store: inMemoryStore({ window: 2 }),
    recall: recallIndex(inMemoryPostings()),
  });
  const deps: ReplyDeps = {
    memory,
    model,
    outbound: inMemoryQueue(outboundQueue),
    summaries: inMemoryQueue(summariesQueue),
    forgotten: inMemoryForgetMarks(),
    eraseFromLists: async () => ({ waiting: 0, letters: 0 }),
    summarizing: false,
  };
  async function say(text: string, messageId: number, more: Partial<InboundMessage> = {}) {
    const body = {
      v: 1,
      chatId,
      userId: "42",
      messageId,
      text,
      sentAtMs: 1_000 * messageId,
      ...more,
    } as const;
    await reply(inboundId("test", body), body, deps, { signal });
    await memory.settled();
    return model.calls.at(-1)?.at(-1)?.content ?? "";
  }
  let messageId = 0;
  for (const text of texts) await say(text, ++messageId);
  return { say };
}

const texts = ["My canary is called Balthazar.", "It rains.", "I cook.", "I read.", "I sleep."];
const question = "What is the name of my small yellow canary bird?";

it("the model reads with a message what was said of it long ago, before the message itself", async () => {
  const { say } = await told(texts);
  const content = await say(question, 9);
  expect(content).toMatch(
    /^<recalled>\n[^<]*they: My canary is called Balthazar\.[^<]*<\/recalled>/u,
  );
  expect(content.endsWith(question)).toBe(true);
});

it("the model reads it with an edited message that is answered anew, too", async () => {
  const { say } = await told(texts);
  await say("Hm?", 9);
  const content = await say(question, 9, { editedAtMs: 20_000 });
  expect(content).toContain("they: My canary is called Balthazar.");
});

it("a message that asks for nothing has nothing before it", async () => {
  const { say } = await told(texts);
  expect(await say("Really?", 9)).not.toContain("<recalled>");
});

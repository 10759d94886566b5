import {
  inMemoryForgetMarks,
  type InboundMessage,
  inboundId,
  outboundQueue,
  summariesQueue,
} from "@tgmem/contracts";
import { scriptedModel } from "@tgmem/llm/testing";
import { createMemory, inMemoryStore } from "@tgmem/memory";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { reply } from "./reply.ts";

const { signal } = new AbortController();
const died = new Error("the worker died");

const message = (messageId: number, text: string, more: Partial<InboundMessage> = {}) => ({
  id: inboundId("test", { chatId: "42", messageId, text, ...more }),
  body: { v: 1, chatId: "42", userId: "42", messageId, text, sentAtMs: 1, ...more } as const,
});
type Message = ReturnType<typeof message>;

/** Memory and lists that outlive a worker, and workers that die when they have done a number of things. */
function world() {
  const store = inMemoryStore();
  const outbound = inMemoryQueue(outboundQueue);
  const summaries = inMemoryQueue(summariesQueue);
  const model = scriptedModel(Array.from({ length: 40 }, (_, index) => `answer ${index + 1}`));

  return {
    memory: createMemory({ store }),
    async run({ id, body }: Message, diesAfter = Infinity): Promise<"done" | "died"> {
      let done = 0;
      const mortal = <T extends object>(parts: T): T =>
        new Proxy(parts, {
          get(target, name) {
            const member: unknown = Reflect.get(target, name);
            if (typeof member !== "function") return member;
            return async (...args: unknown[]) => {
              const result: unknown = await Reflect.apply(member, target, args);
              if (++done === diesAfter) throw died;
              return result;
            };
          },
        });
      const deps = {
        memory: createMemory({ store: mortal(store) }),
        model: mortal(model),
        outbound: mortal(outbound),
        summaries,
        forgotten: inMemoryForgetMarks(),
        eraseFromLists: async () => ({ waiting: 0, letters: 0 }),
        summarizing: true,
      };
      try {
        await reply(id, body, deps, { signal });
        return "done";
      } catch (error) {
        // What a store throws comes wrapped.
        if (error !== died && !(error instanceof Error && error.cause === died)) throw error;
        return "died";
      }
    },
    async sent() {
      const all = [];
      for (;;) {
        const jobs = await outbound.take({ max: 10, leaseMs: 60_000, waitMs: 0 });
        if (jobs.length === 0) return all;
        all.push(...jobs.map(({ id, body }) => [id, body.text]));
        await outbound.settle(jobs.map(({ receipt }) => receipt));
      }
    },
  };
}

const parts = [
  { messageId: 1, text: "one" },
  { messageId: 2, text: "two" },
];
const editOf = (messageId: number, more: Partial<InboundMessage> = {}) =>
  message(messageId, "new words", { editedAtMs: 3_000, ...more });

const cases: readonly {
  readonly title: string;
  readonly before: readonly Message[];
  readonly job: Message;
  readonly steps: number;
  readonly sends: number;
}[] = [
  { title: "a message", before: [], job: message(1, "hi"), steps: 4, sends: 1 },
  {
    title: "a voice message",
    before: [],
    job: message(1, "", { unreadable: "voice" }),
    steps: 3,
    sends: 1,
  },
  {
    title: "messages that were sent at once",
    before: [],
    job: message(2, "one\ntwo", { parts }),
    steps: 4,
    sends: 1,
  },
  {
    title: "an edit of the last message",
    before: [message(1, "hi")],
    job: editOf(1),
    steps: 4,
    sends: 1,
  },
  {
    title: "an edit of a part of the last message",
    before: [message(2, "one\ntwo", { parts })],
    job: editOf(1),
    steps: 4,
    sends: 1,
  },
  {
    title: "an edit of an earlier message",
    before: [message(1, "hi"), message(2, "and?")],
    job: editOf(1),
    steps: 2,
    sends: 0,
  },
  {
    title: "an edit of a message that was never answered",
    before: [],
    job: editOf(1),
    steps: 6,
    sends: 1,
  },
];

for (const { title, before, job, steps, sends } of cases) {
  it(`${title} is answered once and remembered once, wherever its worker dies`, async () => {
    for (let diesAfter = 1; diesAfter <= steps + 1; diesAfter++) {
      const { memory, ...worker } = world();
      for (const earlier of before) await worker.run(earlier);
      await worker.sent();
      expect(await worker.run(job, diesAfter)).toBe(diesAfter <= steps ? "died" : "done");
      const sentBefore = await worker.sent();
      await worker.run(job, 1);
      await worker.run(job);
      await worker.run(job);
      const all = [...sentBefore, ...(await worker.sent())];
      const { turns } = await memory.chat("42").show();
      expect(turns).toHaveLength(Math.max(1, before.length));
      const [turn] = job.body.editedAtMs === undefined || sends > 0 ? turns.slice(-1) : turns;
      expect(turn?.user).toContain(job.body.unreadable ? "voice" : job.body.text);
      expect(all, `dies after ${diesAfter}`).toEqual(sends ? [[job.id, turn?.assistant]] : []);
    }
  });
}

import {
  type InboundMessage,
  inboundId,
  inboundQueue,
  laneOf,
  outboundQueue,
  summariesQueue,
} from "@tgmem/contracts";
import type { ChatModel } from "@tgmem/llm";
import { scriptedModel } from "@tgmem/llm/testing";
import { createMemory, inMemoryArchive, inMemoryStore } from "@tgmem/memory";
import { inMemoryQueue, keepLeases } from "@tgmem/queue";
import { apologize } from "./apologize.ts";
import { type ChatEvent, createAiChat } from "./workflows/ai-chat.ts";
import { reply } from "./workflows/reply.ts";

export const leaseMs = 60_000;
type Model = Parameters<typeof scriptedModel>[0];

/** Makes a worker with lists and memory in this process, and a model that answers by script. */
export function start(
  script: Model,
  { summarizing = true, ...options }: { summarizing?: boolean; model?: ChatModel } = {},
) {
  const inbound = inMemoryQueue(inboundQueue);
  const outbound = inMemoryQueue(outboundQueue);
  const summaries = inMemoryQueue(summariesQueue);
  const memory = createMemory({
    store: inMemoryStore(),
    archive: inMemoryArchive(),
    summarized: true,
  });
  const scripted = scriptedModel(script);
  const model = options.model ?? scripted;
  const stopping = new AbortController();
  const events: ChatEvent[] = [];
  const deps = { memory, model, outbound, summaries, summarizing };
  const aiChat = createAiChat({
    inbound,
    leases: keepLeases(inbound, { leaseMs }),
    reply: (id, message, run) => reply(id, message, deps, run),
    buried: async () => void (await apologize({ inbound, outbound, memory })),
    stopping: stopping.signal,
    onEvent: (event) => events.push(event),
  });
  let messageId = 0;
  return {
    inbound,
    outbound,
    summaries,
    memory,
    /** What the model was asked. */
    calls: scripted.calls,
    stopping,
    events,
    aiChat,
    async say(text: string, more: Partial<InboundMessage> = {}) {
      const message: InboundMessage = {
        v: 1,
        chatId: "42",
        userId: "42",
        messageId: ++messageId,
        text,
        sentAtMs: messageId,
        ...more,
      };
      messageId = Math.max(messageId, message.messageId);
      const ref = { id: inboundId("test", message), lane: laneOf(message) };
      await inbound.push([{ ...ref, body: message }]);
      return ref;
    },
    /** What is remembered of the person, as pairs of what was said and answered. */
    async turns() {
      const { turns } = await memory.chat("42").show();
      return turns.map(({ user, assistant }) => [user, assistant]);
    },
    /** Does what the consumer does: takes, and starts a run for each job. */
    async run() {
      const jobs = await inbound.take({ max: 100, leaseMs, waitMs: 0 });
      await Promise.all(
        jobs.map(({ lane, id }) => aiChat({ lane, id }, { signal: new AbortController().signal })),
      );
    },
    async sent() {
      const texts = [];
      for (;;) {
        const jobs = await outbound.take({ max: 100, leaseMs, waitMs: 0 });
        if (jobs.length === 0) return texts;
        for (const { body, receipt } of jobs) {
          texts.push(body.text);
          await outbound.settle([receipt]);
        }
      }
    },
  };
}

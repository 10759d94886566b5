import {
  createEraseFromLists,
  type InboundMessage,
  inboundId,
  inboundQueue,
  inMemoryForgetMarks,
  laneOf,
  outboundQueue,
  summariesQueue,
} from "@tgmem/contracts";
import type { ChatModel } from "@tgmem/llm";
import { scriptedModel } from "@tgmem/llm/testing";
import { createMemory, inMemoryArchive, inMemoryStore } from "@tgmem/memory";
import { inMemoryQueue, keepLeases } from "@tgmem/queue";
import { apologize } from "./apologize.ts";
import type { AwayMark } from "./told.ts";
import { type ChatEvent, createAiChat } from "./workflows/ai-chat.ts";
import type { Allowance } from "./workflows/allowance.ts";
import { createPassOver } from "./workflows/away.ts";
import { createPaidAnswers } from "./workflows/paid-answers.ts";
import { createNotices } from "./workflows/notices.ts";
import { reply, type ReplyDeps } from "./workflows/reply.ts";
import { createRetryPolicy } from "./workflows/retry-policy.ts";

export const leaseMs = 60_000;
const dayMs = 86_400_000;
type Model = Parameters<typeof scriptedModel>[0];

/** Makes a worker with lists and memory in this process, and a model that answers by script. */
export function start(
  script: Model,
  {
    summarizing = true,
    allowance,
    answering,
    menu,
    persona,
    stops,
    isWritable,
    commits = () => true,
    onPassed,
    onEvent,
    answerWithinMs = dayMs,
    ...options
  }: {
    summarizing?: boolean;
    model?: ChatModel;
    allowance?: Allowance;
    answering?: ReplyDeps["answering"];
    menu?: ReplyDeps["menu"];
    persona?: string;
    stops?: ReplyDeps["stops"];
    isWritable?: () => boolean;
    /** Says whether the store takes a turn; else it fails as a Redis that is full does. */
    commits?: () => boolean;
    onPassed?: () => void;
    onEvent?: (event: ChatEvent) => void;
    answerWithinMs?: number;
  } = {},
) {
  const forgotten = inMemoryForgetMarks();
  let nowMs = 10_000;
  const now = () => nowMs;
  const inbound = inMemoryQueue({ ...inboundQueue, now });
  const outbound = inMemoryQueue({ ...outboundQueue, now });
  const summaries = inMemoryQueue({ ...summariesQueue, now });
  const store = inMemoryStore();
  const commit = store.commit.bind(store);
  store.commit = (...args) =>
    commits() ? commit(...args) : Promise.reject(new Error("OOM command not allowed"));
  const memory = createMemory({
    store,
    archive: inMemoryArchive(),
    summarized: true,
  });
  const scripted = scriptedModel(script);
  const model = options.model ?? scripted;
  const stopping = new AbortController();
  const events: ChatEvent[] = [];
  const policy = createRetryPolicy({ answerWithinMs, onPassed, now, random: () => 1 });
  const deps = {
    memory,
    model: policy.watched(model),
    allowance,
    paid: createPaidAnswers(),
    isWritable,
    menu,
    persona,
    outbound,
    summaries,
    forgotten,
    eraseFromLists: createEraseFromLists({ inbound, outbound, summaries }),
    summarizing,
    stops,
    ...(answering && { answering }),
  };
  const aiChat = createAiChat({
    inbound,
    leases: keepLeases(inbound, { leaseMs }),
    reply: (id, message, run) => reply(id, message, deps, run),
    forgotten,
    passOver: createPassOver({
      outbound,
      memory,
      answerWithinMs,
      marks: {
        get: async (chatId) => away.get(chatId),
        async swap(chatId, mark) {
          const before = away.get(chatId);
          away.set(chatId, mark);
          return before;
        },
      },
      wasTried: (id) => policy.sinceMs(id) !== undefined || told.has(id),
      now,
    }),
    policy,
    notices: createNotices({
      outbound,
      isFirst: async (id) => !told.has(id) && !!told.add(id),
      onError: (error) => {
        throw error;
      },
      now,
    }),
    now,
    buried: async () => void (await apologize({ inbound, outbound, memory })),
    stopping: stopping.signal,
    onEvent(event) {
      events.push(event);
      onEvent?.(event);
    },
  });
  const away = new Map<string, AwayMark>();
  const told = new Set<string>();
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
    /** Lets time go by. */
    advance: (ms: number) => void (nowMs += ms),
    async say(text: string, more: Partial<InboundMessage> = {}) {
      const message: InboundMessage = {
        v: 1,
        chatId: "42",
        userId: "42",
        messageId: ++messageId,
        text,
        sentAtMs: nowMs,
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

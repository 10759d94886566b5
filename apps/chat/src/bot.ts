import { dispatch, dispatchedHere, startHere } from "@tgmem/consumer";
import {
  createEraseFromLists,
  InboundMessage,
  inboundId,
  inMemoryForgetMarks,
  inboundQueue,
  laneOf,
  outboundQueue,
  summariesQueue,
} from "@tgmem/contracts";
import type { ChatModel } from "@tgmem/llm";
import type { Memory } from "@tgmem/memory";
import { inMemoryQueue, keepLeases } from "@tgmem/queue";
import { apologize, createAiChat, createRetryPolicy, createSummarize, reply } from "@tgmem/worker";

interface AskOptions {
  /** The Telegram id of who asks, and is remembered: one question at a time. @default the person of a terminal */
  readonly chat?: string;
  /** Hears the answer as far as the model has written it: that may be one that is given up, and what `ask` resolves with counts. */
  readonly onText?: (text: string) => void;
  /** Stops the answer: what was written by then counts, and is remembered. */
  readonly signal?: AbortSignal;
}

export interface Answer {
  /** The answer, or one sentence that there is none; empty when it was stopped before its first word. */
  readonly text: string;
  /** Why there is no answer, for an operator; absent when there is one, and when it was stopped. */
  readonly failure?: string;
}

/** A bot in this process. */
export interface Bot {
  /** Answers a line as the real bot answers a message. */
  ask(text: string, options?: AskOptions): Promise<Answer>;
  /** Stops, after a summary that is being made. */
  close(): Promise<void>;
}

export interface BotOptions {
  readonly memory: Memory;
  readonly model: ChatModel;
  /** The bot's character in an operator's words. */
  readonly persona?: string | undefined;
  /** How long a job is held without a word of whoever works on it, in ms. @default 60_000 */
  readonly leaseMs?: number;
}

interface Asked extends AskOptions {
  readonly resolve: (answer: Answer) => void;
  failure?: string;
}

const never = new AbortController().signal;
const batch = 100;

/**
 * Makes a bot that is the whole way of a message in one process: the functions of the apps, with lists in memory and
 * direct calls where the real bot has Redis and the engine.
 */
export function createBot({ memory, model, persona, leaseMs = 60_000 }: BotOptions): Bot {
  const inbound = inMemoryQueue(inboundQueue);
  const outbound = inMemoryQueue(outboundQueue);
  const summaries = inMemoryQueue(summariesQueue);
  const forgotten = inMemoryForgetMarks();
  const stopping = new AbortController();
  const { signal } = stopping;
  const chatLeases = keepLeases(inbound, { leaseMs });
  const summaryLeases = keepLeases(summaries, { leaseMs });
  const asked = new Map<string, Asked>();

  const deps = {
    memory,
    persona,
    outbound,
    summaries,
    forgotten,
    eraseFromLists: createEraseFromLists({ inbound, outbound, summaries }),
    summarizing: true,
    answering: (_: string, { chatId }: InboundMessage) => ({
      onText: (text: string) => asked.get(chatId)?.onText?.(text),
      stop: asked.get(chatId)?.signal,
      ended: async () => {},
    }),
    model,
  };
  const aiChat = createAiChat({
    inbound,
    leases: chatLeases,
    async reply(id, message, run) {
      const replied = await reply(id, message, deps, run);
      // Nobody edits in a terminal, so this one was stopped before its first word.
      if (replied === "noted") hand(message.chatId, "");
      return replied;
    },
    forgotten,
    // Who sits before a terminal tries again by hand.
    policy: createRetryPolicy({ answerWithinMs: 0 }),
    notices: {
      failed: async (_, { chatId }, { reason }) => {
        const waiting = asked.get(chatId);
        // Nothing is too old here, where nothing is tried again.
        if (waiting) waiting.failure = reason.replace(/^too old: /u, "");
      },
    },
    buried: async () => void (await apologize({ inbound, outbound, memory })),
    stopping: signal,
    leaseMs,
  });
  const summarize = createSummarize({ summaries, leases: summaryLeases, memory, leaseMs });

  const here = {
    slots: Infinity,
    stopping: signal,
    signal: never,
    onError(error: unknown): never {
      throw error;
    },
  };
  const answering = startHere(aiChat, here);
  const summarizing = startHere(summarize, here);
  const taken = { ...dispatchedHere, leaseMs, signal };
  const loops = [
    dispatch({ ...taken, queue: inbound, start: answering.start }),
    dispatch({ ...taken, queue: summaries, start: summarizing.start }),
    handOut(),
  ];

  async function handOut(): Promise<void> {
    while (!signal.aborted) {
      const jobs = await outbound.take({ max: batch, leaseMs, signal });
      if (jobs.length > 0) await outbound.settle(jobs.map(({ receipt }) => receipt));
      for (const { body } of jobs) hand(body.chatId, body.text);
    }
  }

  function hand(chatId: string, text: string): void {
    const waiting = asked.get(chatId);
    asked.delete(chatId);
    const { failure } = waiting ?? {};
    waiting?.resolve({ text, ...(failure !== undefined && { failure }) });
  }

  // Ids outlive the process in the memory file, so they must not begin at 1 again.
  let messageId = Date.now();
  return {
    async ask(text, { chat = "1", ...options } = {}) {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      asked.set(chat, { ...options, resolve });
      const message: InboundMessage = {
        v: 1,
        chatId: chat,
        userId: chat,
        messageId: ++messageId,
        text,
        sentAtMs: Date.now(),
      };
      await inbound.push([
        { id: inboundId("terminal", message), lane: laneOf(message), body: message },
      ]);
      return promise;
    },
    async close() {
      await answering.ended();
      await summarizing.ended();
      await memory.settled();
      stopping.abort();
      await Promise.all(loops);
      await Promise.all([inbound.close(), outbound.close(), summaries.close()]);
    },
  };
}

import { dispatch } from "@tgmem/consumer";
import {
  InboundMessage,
  inboundId,
  inboundQueue,
  type JobRef,
  laneOf,
  outboundQueue,
  summariesQueue,
} from "@tgmem/contracts";
import type { ChatModel } from "@tgmem/llm";
import type { Memory } from "@tgmem/memory";
import { inMemoryQueue, keepLeases } from "@tgmem/queue";
import {
  apologize,
  createAiChat,
  createEraseLetters,
  createRetryPolicy,
  createSummarize,
  reply,
} from "@tgmem/worker";

/** The one person of this process. */
const person = "1";

/** A bot for one person in a terminal. */
export interface Bot {
  /**
   * Answers a line as the real bot answers a message; one at a time. Tells `onText` the answer as far as the model has written
   * it: that may be one that is given up, and what it resolves with is what counts.
   */
  ask(text: string, onText?: (text: string) => void): Promise<string>;
  /** Stops, after a summary that is being made. */
  close(): Promise<void>;
}

/**
 * Makes a bot that is the whole way of a message in one process: the functions of the apps, with lists in memory and
 * direct calls where the real bot has Redis and the engine.
 */
export function createBot({
  memory,
  model,
  leaseMs = 60_000,
}: {
  memory: Memory;
  model: ChatModel;
  leaseMs?: number;
}): Bot {
  const inbound = inMemoryQueue(inboundQueue);
  const outbound = inMemoryQueue(outboundQueue);
  const summaries = inMemoryQueue(summariesQueue);
  const stopping = new AbortController();
  const { signal } = stopping;
  const chatLeases = keepLeases(inbound, { leaseMs });
  const summaryLeases = keepLeases(summaries, { leaseMs });

  let hear: ((text: string) => void) | undefined;
  const deps = {
    memory,
    model,
    outbound,
    summaries,
    eraseLetters: createEraseLetters({ inbound, outbound, summaries }),
    summarizing: true,
    answering: () => ({ onText: (text: string) => hear?.(text), ended: async () => {} }),
  };
  const aiChat = createAiChat({
    inbound,
    leases: chatLeases,
    reply: (id, message, run) => reply(id, message, deps, run),
    // Who sits before a terminal tries again by hand.
    policy: createRetryPolicy({ answerWithinMs: 0 }),
    notices: { failed: async () => {} },
    buried: async () => void (await apologize({ inbound, outbound, memory })),
    stopping: signal,
    leaseMs,
  });
  const summarize = createSummarize({ summaries, leases: summaryLeases, memory, leaseMs });

  const runs = new Set<Promise<void>>();
  const startWith =
    (run: (ref: JobRef, options: { signal: AbortSignal }) => Promise<void>) =>
    async (refs: readonly JobRef[]) => {
      for (const ref of refs) {
        const running: Promise<void> = run(ref, { signal: new AbortController().signal }).finally(
          () => runs.delete(running),
        );
        runs.add(running);
      }
      return { started: refs.length, alive: 0 };
    };
  const dispatchers = [
    dispatch({ queue: inbound, start: startWith(aiChat), leaseMs, signal }),
    dispatch({ queue: summaries, start: startWith(summarize), leaseMs, signal }),
  ];

  // Ids outlive the process in the memory file, so they must not begin at 1 again.
  let messageId = Date.now();
  return {
    async ask(text, onText) {
      hear = onText;
      const message: InboundMessage = {
        v: 1,
        chatId: person,
        userId: person,
        messageId: ++messageId,
        text,
        sentAtMs: Date.now(),
      };
      await inbound.push([
        { id: inboundId("terminal", message), lane: laneOf(message), body: message },
      ]);
      for (;;) {
        const [job] = await outbound.take({ max: 1, leaseMs });
        if (!job) continue;
        await outbound.settle([job.receipt]);
        return job.body.text;
      }
    },
    async close() {
      while (runs.size > 0) await Promise.all(runs);
      await memory.settled();
      stopping.abort();
      await Promise.all(dispatchers);
      await Promise.all([inbound.close(), outbound.close(), summaries.close()]);
    },
  };
}

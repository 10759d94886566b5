import {
  inboundQueue,
  markAnswering,
  outboundQueue,
  readSpent,
  redisSpending,
  summariesQueue,
  Workflows,
} from "@tgmem/contracts";
import { connectEngine, startWorker, type WorkerTask } from "@tgmem/engine";
import { createMemory, type SummaryArchive } from "@tgmem/memory";
import { redisStore } from "@tgmem/memory/redis";
import { keepLeases } from "@tgmem/queue";
import { redisQueue } from "@tgmem/queue/redis";
import {
  engineOptions,
  memoryPolicy,
  pause,
  readProcesses,
  type Redis,
  tracedProducer,
  type Tracing,
} from "@tgmem/service";
import { apologize } from "./apologize.ts";
import type { WorkerEnv } from "./env.ts";
import { requestIdleSummaries } from "./idle-summaries.ts";
import type { Models } from "./model.ts";
import type { Observers } from "./observe.ts";
import { tellOperator } from "./tell-operator.ts";
import { awayMarks, firstTime, wasTold } from "./told.ts";
import { tracedMemory } from "./tracing/traced-memory.ts";
import { tracedModel } from "./tracing/traced-model.ts";
import { tracedReply } from "./tracing/traced-reply.ts";
import { createAiChat } from "./workflows/ai-chat.ts";
import { createAllowance } from "./workflows/allowance.ts";
import { createAnswering } from "./workflows/answering.ts";
import { createDrafts } from "./workflows/drafts.ts";
import { createEraseLetters } from "./workflows/erase-letters.ts";
import { createPassOver } from "./workflows/away.ts";
import { createPaidAnswers } from "./workflows/paid-answers.ts";
import { createNotices } from "./workflows/notices.ts";
import { reply } from "./workflows/reply.ts";
import { createRetryPolicy } from "./workflows/retry-policy.ts";
import { createStatus } from "./workflows/status.ts";
import { createSummarize } from "./workflows/summarize.ts";
import { systemPrompt } from "./workflows/system-prompt.ts";

export interface WorkflowsOptions {
  readonly env: WorkerEnv;
  readonly redis: Redis;
  readonly models: Models;
  readonly archive: SummaryArchive | undefined;
  readonly on: Observers;
  /** Says whether Redis took the last write. */
  readonly isWritable: () => boolean;
  readonly tracing: Tracing;
  readonly stopping: AbortSignal;
  readonly onFatal: (error: unknown) => void;
}

/** Covers the gap between two extensions; the messages of a dead worker go on after it. */
const leaseMs = 25_000;
/** A run may take this long: its own bound (20 s), the longest answer of a model (120 s), and some. */
const chatTimeoutMs = 180_000;
const summarizeTimeoutMs = 300_000;
/** Commands take milliseconds, but for what they ask of a Redis that is ill. */
const commandSlots = 20;
/** The time between two looks for people whose message another process gave up just before it died. */
const apologizeEveryMs = 5_000;
/** Longer than the messages of one absence take to be looked at. */
const awayForMs = 7 * 86_400_000;
/** The time between two looks for chats that fell silent before a summary was due, and how long a silence is. */
const flushEveryMs = 3_600_000;
const idleMs = 86_400_000;

/** Starts the workflows on the engine, wired to the lists, the memory and the model. */
export async function startWorkflows(options: WorkflowsOptions) {
  const { env, redis, models, archive, on, tracing, stopping, onFatal } = options;
  const onError = on.trouble;
  const inbound = redisQueue(redis, { ...inboundQueue, onError });
  const outbound = tellOperator(redisQueue(redis, { ...outboundQueue, onError }), redis, {
    onError,
  });
  const summaries = redisQueue(redis, { ...summariesQueue, onError });
  const memory = createMemory({
    store: redisStore(redis, { window: env.MEMORY_WINDOW }),
    summarizer: models.summarizer,
    policy: memoryPolicy(env),
    timeZone: env.TIME_ZONE,
    systemPrompt,
    onEvent: on.memory,
    ...(archive ? { archive } : {}),
  });

  const policy = createRetryPolicy({
    answerWithinMs: env.ANSWER_WITHIN,
    onPassed: on.modelAnswered,
  });
  const isFirst = firstTime(redis, { forMs: 2 * env.ANSWER_WITHIN });
  const notices = createNotices({ outbound, isFirst, onError: on.trouble });
  const deps = {
    memory: tracedMemory(memory, tracing),
    model: tracedModel(policy.watched(models.chat), tracing),
    allowance: createAllowance({
      spending: redisSpending(redis),
      tokensPerDay: env.LIMIT_TOKENS_PER_DAY,
      onError: on.trouble,
    }),
    paid: createPaidAnswers(),
    isWritable: options.isWritable,
    outbound: tracedProducer(outbound, tracing),
    summaries,
    eraseLetters: createEraseLetters({ inbound, outbound, summaries }),
    operators: {
      ids: env.ADMIN_USER,
      status: createStatus({
        lists: Object.entries({ inbound, outbound, summaries }),
        processes: () => readProcesses(redis),
        spent: (day) => readSpent(redis, day),
      }),
    },
    summarizing: !!archive,
    answering: createAnswering({
      mark: (message) => markAnswering(redis, message),
      notices,
      sinceMs: (id) => policy.sinceMs(id),
      drafts: env.STREAM_ANSWERS ? createDrafts(redis) : undefined,
    }),
  };
  const isTold = wasTold(redis);
  const passOver = createPassOver({
    outbound,
    memory,
    answerWithinMs: env.ANSWER_WITHIN,
    marks: awayMarks(redis, { forMs: awayForMs }),
    wasTried: (id) => policy.sinceMs(id) !== undefined || isTold(id),
  });
  const apologizeToAll = async (signals?: { readonly signal: AbortSignal }) =>
    on.apologized(await apologize({ inbound, outbound, memory }, signals));
  const aiChat = createAiChat({
    inbound,
    leases: keepLeases(inbound, { leaseMs, onError: on.trouble }),
    reply: tracedReply(
      (id, message, replyOptions) => reply(id, message, deps, replyOptions),
      tracing,
    ),
    passOver,
    policy,
    notices,
    buried: () => apologizeToAll(),
    stopping,
    leaseMs,
    onEvent: on.chat,
  });
  const summarize = createSummarize({
    summaries,
    leases: keepLeases(summaries, { leaseMs, onError: on.trouble }),
    memory,
    leaseMs,
    onEvent: on.summarize,
  });

  // Slots and a connection each, so that a chat never waits for summaries, and a command for neither.
  const start = (name: string, slots: number, task: WorkerTask) =>
    startWorker(connectEngine({ ...engineOptions(env), onLog: on.engine }), {
      name,
      slots,
      tasks: [task],
      onFatal,
    });
  const workers = await Promise.all([
    start("tgmem-worker", env.WORKER_SLOTS, {
      workflow: Workflows.chat,
      run: aiChat,
      executionTimeoutMs: chatTimeoutMs,
    }),
    start("tgmem-commands", commandSlots, {
      workflow: Workflows.command,
      run: aiChat,
      executionTimeoutMs: chatTimeoutMs,
    }),
    start("tgmem-summaries", env.SUMMARY_SLOTS, {
      workflow: Workflows.summarize,
      run: summarize,
      executionTimeoutMs: summarizeTimeoutMs,
    }),
  ]);
  const upkeep = { onError: on.trouble, signal: stopping };
  const apologizing = repeat(apologizeEveryMs, () => apologizeToAll({ signal: stopping }), upkeep);
  const flushing = archive
    ? repeat(
        flushEveryMs,
        () => requestIdleSummaries({ memory, summaries }, { idleMs, signal: stopping }),
        upkeep,
      )
    : undefined;
  return {
    ok: () => workers.every((worker) => worker.health().ok),
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all([apologizing, flushing]);
      await memory.settled();
      await Promise.all([inbound.close(), outbound.close(), summaries.close()]);
    },
  };
}

async function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
  { onError, signal }: { readonly onError: (error: unknown) => void; readonly signal: AbortSignal },
): Promise<void> {
  for (;;) {
    await pause(everyMs, { signal });
    if (signal.aborted) return;
    await work().catch((error: unknown) => {
      if (!signal.aborted) onError(error);
    });
  }
}

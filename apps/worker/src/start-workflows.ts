import { inboundQueue, outboundQueue, summariesQueue, Workflows } from "@tgmem/contracts";
import { connectEngine, createHeartbeats, startWorker, type WorkerTask } from "@tgmem/engine";
import { recallIndex, type SummaryArchive } from "@tgmem/memory";
import { redisPostings, redisStore } from "@tgmem/memory/redis";
import { redisQueue } from "@tgmem/queue/redis";
import { engineOptions, type Redis, type Tracing } from "@tgmem/service";
import { createRuns } from "./create-runs.ts";
import type { WorkerEnv } from "./env.ts";
import type { Models } from "./model.ts";
import type { Observers } from "./observe.ts";
import { redisRecords } from "./redis-records.ts";
import { redisStops } from "./stops.ts";
import { tellOperator } from "./tell-operator.ts";

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

/** A run may take this long: its own bound (20 s), the longest answer of a model (120 s), and some. */
const chatTimeoutMs = 180_000;
const summarizeTimeoutMs = 300_000;
/** Commands take milliseconds, but for what they ask of a Redis that is ill. */
const commandSlots = 20;

/** Starts the workflows on the engine, wired to the lists, the memory and the model. */
export async function startWorkflows(options: WorkflowsOptions) {
  const { env, redis, on, onFatal } = options;
  const onError = on.trouble;
  const inbound = redisQueue(redis, { ...inboundQueue, onError });
  const outbound = tellOperator(redisQueue(redis, { ...outboundQueue, onError }), redis, {
    onError,
  });
  const summaries = redisQueue(redis, { ...summariesQueue, onError });
  const runs = createRuns({
    ...options,
    lists: { inbound, outbound, summaries },
    store: redisStore(redis, { window: env.MEMORY_WINDOW }),
    recall: recallIndex(redisPostings(redis)),
    records: { ...redisRecords(redis, env), stops: redisStops(redis) },
  });

  // Slots and a connection each, so that a chat never waits for summaries, and a command for neither.
  const heartbeats = createHeartbeats();
  const start = (name: string, slots: number, task: WorkerTask) =>
    startWorker(connectEngine({ ...engineOptions(env), onLog: on.engine, heartbeats }), {
      name,
      slots,
      tasks: [task],
      onFatal,
    });
  const workers = await Promise.all([
    start("tgmem-worker", env.WORKER_SLOTS, {
      workflow: Workflows.chat,
      run: (ref, run) => runs.aiChat(ref, { ...run, goesOn: true }),
      executionTimeoutMs: chatTimeoutMs,
    }),
    start("tgmem-commands", commandSlots, {
      workflow: Workflows.command,
      run: runs.aiChat,
      executionTimeoutMs: chatTimeoutMs,
    }),
    start("tgmem-summaries", env.SUMMARY_SLOTS, {
      workflow: Workflows.summarize,
      run: runs.summarize,
      executionTimeoutMs: summarizeTimeoutMs,
    }),
  ]);
  return {
    ok: () => workers.every((worker) => worker.health().ok),
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await runs.settled();
      await Promise.all([inbound.close(), outbound.close(), summaries.close()]);
    },
  };
}

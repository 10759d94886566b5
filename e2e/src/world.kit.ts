import { airtableArchive } from "@tgmem/airtable-store";
import { inboundQueue, outboundQueue, summariesQueue } from "@tgmem/contracts";
import { cannedReply } from "@tgmem/llm/testing";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { redisQueue } from "@tgmem/queue/redis";
import { randomPrefix, startRedis, testEngine } from "@tgmem/testbed";
import { type RunningProcess, runProcess, startProcess } from "@tgmem/processes";
import { Redis } from "ioredis";
import { startAirtable } from "./airtable.kit.ts";

type App = "receiver" | "consumer" | "worker" | "sender";

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Real Redis, engine and Postgres; a model and a table behind HTTP; our processes on them. */
export async function createWorld({
  airtablePerSecond = Number.POSITIVE_INFINITY,
  modelLatencyMs = 30,
}: { readonly airtablePerSecond?: number; readonly modelLatencyMs?: number } = {}) {
  const cleanups: (() => unknown)[] = [];
  const redisServer = await startRedis();
  cleanups.push(() => redisServer.stop());
  const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
  cleanups.push(() => redis.quit());
  const model = await startOpenRouterServer({ reply: cannedReply, latencyMs: modelLatencyMs });
  cleanups.push(() => model.close());
  const airtable = await startAirtable({ perSecond: airtablePerSecond });
  cleanups.push(() => airtable.close());
  const archive = airtableArchive(airtable);
  await archive.ensureSchema();
  const engine = await testEngine();
  cleanups.push(() => engine.stop({ drop: true }));
  const inbound = redisQueue(redis, inboundQueue);
  const outbound = redisQueue(redis, outboundQueue);
  const summaries = redisQueue(redis, summariesQueue);
  cleanups.push(() => Promise.all([inbound.close(), outbound.close(), summaries.close()]));

  const env = {
    ...engine.clientEnv,
    HATCHET_CLIENT_NAMESPACE: randomPrefix().replaceAll(/\W/g, ""),
    REDIS_URL: redisServer.url,
    OPEN_ROUTER_API_KEY: "key",
    OPENROUTER_BASE_URL: model.baseURL,
    OPENROUTER_CHAT_MODEL: "fake/chat",
    OPENROUTER_SUMMARY_MODEL: "fake/summary",
    AIRTABLE_PAT: airtable.token,
    AIRTABLE_BASE_ID: airtable.baseId,
    AIRTABLE_ENDPOINT_URL: airtable.endpointUrl,
    AIRTABLE_BATCH_WINDOW_MS: "0",
  };
  const processes: RunningProcess[] = [];
  return {
    redis,
    model,
    airtable,
    engine,
    inbound,
    outbound,
    summaries,
    /** One of our processes as an operator starts it; resolves when it says that it has started. */
    async start(app: App, more: Readonly<Record<string, string>> = {}): Promise<RunningProcess> {
      const main = new URL(`../../apps/${app}/src/main.ts`, import.meta.url);
      const process = startProcess(main, { env: { ...env, ...more } });
      processes.push(process);
      await process.says('"msg":"started"');
      return process;
    },
    /** Runs a command of the operator to its end. */
    tgmem: (...args: readonly string[]) =>
      runProcess(new URL("../../apps/admin/src/main.ts", import.meta.url), { args, env }),
    /** Takes what the sender would take: ids and texts per chat, in its order. */
    async drain() {
      const sent = new Map<string, string[]>();
      const texts = new Map<string, string[]>();
      for (;;) {
        const jobs = await outbound.take({ max: 100, leaseMs: 60_000, waitMs: 0 });
        if (jobs.length === 0) return { sent, texts };
        for (const { id, lane, body } of jobs) {
          sent.set(lane, [...(sent.get(lane) ?? []), id]);
          texts.set(lane, [...(texts.get(lane) ?? []), body.text]);
        }
        await outbound.settle(jobs.map(({ receipt }) => receipt));
      }
    },
    /** What all processes have printed so far, the dead ones too. */
    output: () => processes.map(({ output }) => output()).join("\n"),
    async close() {
      for (const process of processes) await process.stop("SIGKILL");
      for (const cleanup of cleanups.toReversed()) await cleanup();
    },
  };
}

/** The model echoes what it reads: what was said long ago, and the words with the label of when they were said and by whom. */
export const withoutLabel = (answer: string): string =>
  answer.replace(
    /^(You said: )(?:<recalled>[\s\S]*?<\/recalled>\s*)?\[\p{L}+ \d{4}-\d\d-\d\d \d\d:\d\d[^\]]*\] /u,
    "$1",
  );

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { airtableArchive } from "@tgmem/airtable-store";
import { startAirtableServer } from "@tgmem/airtable-test-server";
import { inboundQueue, outboundQueue, summariesQueue } from "@tgmem/contracts";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { redisQueue } from "@tgmem/queue/redis";
import { startTelegramServer } from "@tgmem/telegram-test-server";
import { randomPrefix, startPostgres, startRedis, testEngine } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { settableClock } from "./clock.ts";
import { createCrew } from "./crew.ts";
import { apps } from "./fault-kinds.ts";
import { reply, summaryModel } from "./reply.ts";

export type World = Awaited<ReturnType<typeof createWorld>>;

const secret = (name: string) => `${name}${randomBytes(12).toString("hex")}`;

/** Everything that a bot lives on, each of it real or behind a real socket, and all of it ours to break. */
export async function createWorld() {
  const cleanups: (() => unknown)[] = [];
  const folder = await mkdtemp(join(tmpdir(), "tgmem-chaos-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  const clock = await settableClock(folder);
  const redisServer = await startRedis();
  cleanups.push(() => redisServer.stop());
  const redis = new Redis(redisServer.url, {
    maxRetriesPerRequest: null,
    retryStrategy: () => 100,
  });
  // It is killed again and again.
  redis.on("error", () => {});
  cleanups.push(() => redis.disconnect());
  const postgres = await startPostgres();
  cleanups.push(() => postgres.stop());
  const engine = await testEngine({ postgresUrl: postgres.url });
  cleanups.push(() => engine.stop({ drop: true }));

  const keys = {
    botToken: `999:${secret("bot")}`,
    apiHash: secret("hash"),
    model: secret("sk-or-v1-"),
    airtable: secret("pat."),
    engine: engine.clientEnv.HATCHET_CLIENT_TOKEN,
  };
  const telegram = await startTelegramServer({
    accounts: [{ id: "999", username: "test_bot", botToken: keys.botToken }],
  });
  cleanups.push(() => telegram.close());
  const model = await startOpenRouterServer({ reply, latencyMs: 150 });
  cleanups.push(() => model.close());
  const airtable = await startAirtableServer({ fields: null, token: keys.airtable });
  cleanups.push(() => airtable.close());
  await airtableArchive(airtable).ensureSchema();

  const inbound = redisQueue(redis, inboundQueue);
  const outbound = redisQueue(redis, outboundQueue);
  const summaries = redisQueue(redis, summariesQueue);
  cleanups.push(() => Promise.all([inbound.close(), outbound.close(), summaries.close()]));
  const env = {
    ...engine.clientEnv,
    ...telegram.env,
    ...clock?.env,
    HATCHET_CLIENT_NAMESPACE: randomPrefix().replaceAll(/\W/g, ""),
    REDIS_URL: redisServer.url,
    OPEN_ROUTER_API_KEY: keys.model,
    OPENROUTER_BASE_URL: model.baseURL,
    OPENROUTER_CHAT_MODEL: "fake/chat",
    OPENROUTER_SUMMARY_MODEL: summaryModel,
    AIRTABLE_PAT: keys.airtable,
    AIRTABLE_BASE_ID: airtable.baseId,
    AIRTABLE_ENDPOINT_URL: airtable.endpointUrl,
    AIRTABLE_BATCH_WINDOW_MS: "0",
    AIRTABLE_CALLS_PER_MONTH: "1000000",
    TELEGRAM_API_ID: "1",
    TELEGRAM_API_HASH: keys.apiHash,
    TELEGRAM_BOT_TOKEN: keys.botToken,
    TELEGRAM_SESSION: join(folder, "receiver"),
    TELEGRAM_SENDER_SESSION: join(folder, "sender"),
    // Each message is answered by itself, so that each can be looked for.
    MERGE_WINDOW_MS: "0",
    // What people say while everything is broken is not to be too much of them: it all has to be answered.
    LIMIT_WAITING_MESSAGES: "0",
  };
  const crew = createCrew(() => env);
  cleanups.push(() => crew.close());
  for (const app of [...apps, "worker", "consumer"] as const) await crew.add(app);
  return {
    clock,
    redis,
    redisServer,
    postgres,
    engine,
    telegram,
    model,
    airtable,
    keys,
    crew,
    lists: { inbound, outbound, summaries },
    async close() {
      for (const cleanup of cleanups.toReversed()) await cleanup();
    },
  };
}

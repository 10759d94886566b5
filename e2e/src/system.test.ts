import { startFakeAirtable } from "@tgmem/airtable-store/testing";
import { inboundQueue, outboundQueue } from "@tgmem/contracts";
import { startFakeOpenRouter } from "@tgmem/llm/testing";
import { redisStore } from "@tgmem/memory/redis";
import { redisQueue } from "@tgmem/queue/redis";
import { receive } from "@tgmem/receiver";
import { randomPrefix, startRedis, testEngine, until } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseMentions } from "./database.ts";
import { type AppProcess, startApp } from "./process.ts";

const users = Array.from({ length: 10 }, (_, index) => String(1_001 + index));
const messagesEach = 30;
const total = users.length * messagesEach;
/** In every text and in nothing else, so that a leak of any text is found. */
const mark = `zanzibar${Date.now()}`;
const textOf = (user: string, index: number) => `message ${index} of ${user} about ${mark}`;

const cleanups: (() => unknown)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
}, 60_000);

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  world = await createWorld();
}, 900_000);

/** Real Redis, engine and Postgres; a model and a table behind HTTP. */
async function createWorld() {
  const redisServer = await startRedis({ appendonly: true });
  cleanups.push(() => redisServer.stop());
  const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
  cleanups.push(() => redis.quit());
  const model = await startFakeOpenRouter({ latencyMs: 30 });
  cleanups.push(() => model.close());
  const airtable = await startFakeAirtable();
  cleanups.push(() => airtable.close());
  const engine = await testEngine();
  cleanups.push(() => engine.stop({ drop: true }));
  const env = {
    ...engine.clientEnv,
    HATCHET_CLIENT_NAMESPACE: randomPrefix().replaceAll(/\W/g, ""),
    REDIS_URL: redisServer.url,
    OPEN_ROUTER_API_KEY: "key",
    OPENROUTER_BASE_URL: model.baseURL,
    OPENROUTER_CHAT_MODEL: "fake/chat",
    OPENROUTER_SUMMARY_MODEL: "fake/summary",
    AIRTABLE_PAT: "pat",
    AIRTABLE_BASE_ID: "appFakeAirtable01",
    AIRTABLE_ENDPOINT_URL: airtable.endpointUrl,
  };
  const inbound = redisQueue(redis, inboundQueue);
  const outbound = redisQueue(redis, outboundQueue);
  cleanups.push(() => Promise.all([inbound.close(), outbound.close()]));
  return { redis, model, airtable, engine, env, inbound, outbound };
}
type World = typeof world;

it("answers 10 users × 30 messages once each and in order, with a worker, a consumer and the engine killed in the middle", async () => {
  const { env, engine, inbound, outbound } = world;
  const outputs: (() => string)[] = [];
  const start = async (app: "worker" | "consumer"): Promise<AppProcess> => {
    const process = await startApp(app, env);
    outputs.push(process.output);
    cleanups.push(() => process.kill("SIGKILL"));
    return process;
  };
  const worker = await start("worker");
  const consumer = await start("consumer");

  const ids = await pushAll(world);
  const answered = async () => (await outbound.stats()).depth;
  const reaches = (count: number) =>
    until(async () => (await answered()) >= count, { timeoutMs: 240_000 });

  /** A fault that hits nobody proves nothing. */
  const inTheMiddle = async (count: number) => {
    await reaches(count);
    expect((await inbound.stats()).inFlight).toBeGreaterThan(0);
  };
  await inTheMiddle(60);
  await worker.kill("SIGKILL");
  const secondWorker = await start("worker");
  await inTheMiddle(120);
  await consumer.kill("SIGKILL");
  const secondConsumer = await start("consumer");
  await inTheMiddle(180);
  await engine.kill();
  await engine.boot();
  await reaches(total);
  await until(async () => (await inbound.stats()).depth === 0, { timeoutMs: 180_000 });

  const { sent, texts } = await drain(world);
  for (const user of users) {
    expect(sent.get(user)).toEqual(ids.get(user));
    expect(texts.get(user)).toEqual(
      Array.from({ length: messagesEach }, (_, index) => `You said: ${textOf(user, index)}`),
    );
  }
  expect([...sent.values()].flat()).toHaveLength(total);
  await expectMemory(world);
  expect(await inbound.deadLetters({ limit: 10 })).toEqual([]);

  expect(await secondWorker.kill("SIGTERM")).toBe(0);
  expect(await secondConsumer.kill("SIGTERM")).toBe(0);
  for (const output of outputs) expect(output()).not.toContain(mark);
  expect(await engine.log()).not.toContain(mark);
  expect(await databaseMentions(engine, mark)).toBe(false);
  // The search finds what is there: the ids of the runs.
  expect(await databaseMentions(engine, ids.get(users[0] ?? "")?.[0] ?? "")).toBe(true);
}, 900_000);

/** Interleaved, by the function that the receiver uses. Resolves with the ids per user, in order. */
async function pushAll({ inbound }: World): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>(users.map((user) => [user, []]));
  for (let index = 0; index < messagesEach; index++)
    for (const user of users) {
      const messageId = index + 1;
      const outcome = await receive(
        { chatId: user, userId: user, messageId, text: textOf(user, index), sentAtMs: Date.now() },
        { inbound, account: "e2e", whitelist: null },
      );
      expect(outcome).toBe("accepted");
      ids.get(user)?.push(`tg:e2e:${user}:${messageId}`);
    }
  return ids;
}

/** What the sender would take, per chat, in its order. */
async function drain({ outbound }: World) {
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
}

/** The window holds the last ten turns; the table holds a summary that is no more than ten turns behind. */
async function expectMemory({ redis, airtable }: World): Promise<void> {
  const store = redisStore(redis);
  const rows = () =>
    new Map(airtable.rows("Memory").map(({ fields }) => [String(fields["TelegramID"]), fields]));
  await until(
    () =>
      users.every((user) => {
        const covered = Number(rows().get(user)?.["CoversThrough"] ?? 0);
        return covered > 20 && messagesEach - covered < 10;
      }),
    { timeoutMs: 120_000 },
  );
  for (const user of users) {
    const { turns, seq } = await store.begin(user, "");
    expect(seq).toBe(messagesEach);
    expect(turns.slice(-10).map((turn) => [turn.user, turn.assistant])).toEqual(
      Array.from({ length: 10 }, (_, index) => textOf(user, messagesEach - 10 + index)).map(
        (text) => [text, `You said: ${text}`],
      ),
    );
    expect(rows().get(user)?.["Summary"]).toContain("message");
  }
}

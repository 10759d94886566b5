import { redisStore } from "@tgmem/memory/redis";
import { receive } from "@tgmem/receiver";
import { until } from "@tgmem/processes";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseMentions } from "./database.ts";
import { createWorld, withoutLabel, type World } from "./world.kit.ts";

const users = Array.from({ length: 10 }, (_, index) => String(1_001 + index));
const messagesEach = 30;
const total = users.length * messagesEach;
/** In every text and in nothing else, so that a leak of any text is found. */
const mark = `zanzibar${Date.now()}`;
const textOf = (user: string, index: number) => `message ${index} of ${user} about ${mark}`;

let world: World;
beforeAll(async () => {
  // A model so quick that everything is answered while a process starts again would leave nothing for the next fault.
  world = await createWorld({ modelLatencyMs: 250 });
}, 900_000);
afterAll(() => world.close());

it("answers 10 users × 30 messages once each and in order, with a worker, a consumer and the engine killed in the middle", async () => {
  const { engine, inbound, outbound } = world;
  const worker = await world.start("worker");
  const consumer = await world.start("consumer");
  const ids = await pushAll();

  const reaches = (count: number) =>
    until(async () => (await outbound.stats()).depth >= count, { timeoutMs: 240_000 });
  /** A fault that hits nobody proves nothing. */
  const inTheMiddle = async (count: number) => {
    await reaches(count);
    expect((await inbound.stats()).inFlight).toBeGreaterThan(0);
  };
  await inTheMiddle(60);
  await worker.stop("SIGKILL");
  const secondWorker = await world.start("worker");
  await inTheMiddle(120);
  await consumer.stop("SIGKILL");
  const secondConsumer = await world.start("consumer");
  await inTheMiddle(180);
  await engine.kill();
  await engine.boot();
  await reaches(total);
  await until(async () => (await inbound.stats()).depth === 0, { timeoutMs: 180_000 });

  const { sent, texts } = await world.drain();
  for (const user of users) {
    expect(sent.get(user)).toEqual(ids.get(user));
    expect(texts.get(user)?.map(withoutLabel)).toEqual(
      Array.from({ length: messagesEach }, (_, index) => `You said: ${textOf(user, index)}`),
    );
  }
  expect([...sent.values()].flat()).toHaveLength(total);
  await expectMemory();
  expect(await inbound.deadLetters({ limit: 10 })).toEqual([]);

  expect(await secondWorker.stop("SIGTERM")).toBe(0);
  expect(await secondConsumer.stop("SIGTERM")).toBe(0);
  expect(world.output()).not.toContain(mark);
  expect(await engine.log()).not.toContain(mark);
  expect(await databaseMentions(engine, mark)).toBe(false);
  // The search finds what is there: the ids of the runs.
  expect(await databaseMentions(engine, ids.get(users[0] ?? "")?.[0] ?? "")).toBe(true);
}, 900_000);

/** Interleaved, by the function that the receiver uses. Resolves with the ids per user, in order. */
async function pushAll(): Promise<Map<string, string[]>> {
  const { inbound } = world;
  const ids = new Map<string, string[]>(users.map((user) => [user, []]));
  for (let index = 0; index < messagesEach; index++)
    for (const user of users) {
      const messageId = index + 1;
      const text = textOf(user, index);
      const outcome = await receive(
        { chatId: user, userId: user, messageId, text, sentAtMs: Date.now() },
        { inbound, account: "e2e", whitelist: null },
      );
      expect(outcome).toBe("accepted");
      ids.get(user)?.push(`tg:e2e:${user}:${messageId}`);
    }
  return ids;
}

/** The window holds the last ten turns; the table holds a summary that is less than ten turns behind. */
async function expectMemory(): Promise<void> {
  const { airtable, redis } = world;
  const rows = async () =>
    new Map((await airtable.rows()).map(({ fields }) => [String(fields["TelegramID"]), fields]));
  const areOnSchedule = async () => {
    const all = await rows();
    return users.every((user) => {
      const covered = Number(all.get(user)?.["CoversThrough"] ?? 0);
      return covered > 20 && messagesEach - covered < 10;
    });
  };
  await until(areOnSchedule, { timeoutMs: 120_000, what: "a summary of all" });
  const store = redisStore(redis);
  for (const user of users) {
    const { turns, seq } = await store.begin(user, "");
    expect(seq).toBe(messagesEach);
    expect(turns.slice(-10).map((turn) => [turn.user, withoutLabel(turn.assistant)])).toEqual(
      Array.from({ length: 10 }, (_, index) => {
        const text = textOf(user, messagesEach - 10 + index);
        return [text, `You said: ${text}`];
      }),
    );
    expect((await rows()).get(user)?.["Summary"]).toContain("message");
  }
}

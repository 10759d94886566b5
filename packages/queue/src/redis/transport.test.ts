import { ownRedis, randomPrefix } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { type Command, redisTransport } from "./transport.ts";

const server = await ownRedis();
afterAll(() => server.stop());

const redis = new Redis(server.url);
redis.on("error", () => {});
afterAll(() => redis.disconnect());

let key = "";
beforeEach((context) => {
  context.skip(server.missing, "no redis-server");
  key = randomPrefix();
});
afterEach(() => void vi.useRealTimers());

const bell = "q:{test}:bell";
const long = { ms: 600_000 };

function open({ callTimeoutMs = 60_000 } = {}) {
  const transport = redisTransport(redis, { name: "test", maxDepth: 0, callTimeoutMs }, {});
  onTestFinished(() => transport.close());
  return transport;
}

/** A command that Redis refuses with these words the first times that it is sent. */
function refused(words: string, { times = Infinity } = {}) {
  const script = `local n = redis.call('INCR', KEYS[1])
    if n <= tonumber(ARGV[1]) then return redis.error_reply(ARGV[2]) end
    return n`;
  const mostTimes = Math.min(times, 1_000_000);
  const command: Command<unknown> = (own) => own.eval(script, 1, key, mostTimes, words);
  return { command, tries: async () => Number(await redis.get(key)) };
}
const loading = "LOADING Redis is loading the dataset in memory";

it("repeats a command until what held Redis up has passed", async () => {
  const { command } = refused(loading, { times: 2 });
  expect(Number(await open().untilAnswered(command))).toBe(3);
});

it("rests between two tries", async () => {
  const { command, tries } = refused(loading);
  void open()
    .untilAnswered(command)
    .catch(() => {});
  await until(async () => (await tries()) > 0);
  for (let i = 0; i < 200; i++) await redis.ping();
  expect(await tries()).toBeLessThan(50);
});

it("does not repeat a command that Redis will refuse again", async () => {
  const { command, tries } = refused("WRONGTYPE Operation against a key", { times: 1 });
  await expect(open().untilAnswered(command)).rejects.toMatchObject({
    code: "store_unavailable",
    message: "Redis did not carry out a command of queue test (WRONGTYPE): repeat it.",
    cause: { message: "WRONGTYPE Operation against a key" },
  });
  expect(await tries()).toBe(1);
});

it("repeats a command no longer than somebody waits for its answer", async () => {
  const { command } = refused(loading);
  const answer = open({ callTimeoutMs: 1 }).untilAnswered(command);
  await expect(answer).rejects.toMatchObject({ code: "store_unavailable" });
});

it("repeats no command after its close, and does not rest first", async () => {
  const transport = open();
  const { command, tries } = refused(loading);
  await transport.untilAnswered((own) => own.ping());
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let commands = 0;
  const counted: Command<unknown> = (own) => {
    commands++;
    return command(own);
  };
  const answer = transport.untilAnswered(counted).catch((error: unknown) => error);
  await until(async () => (await tries()) > 0 && vi.getTimerCount() > 0);
  await transport.close();
  expect(await answer).toMatchObject({ code: "closed" });
  expect(commands).toBe(1);
});

it("asks again on a new connection what a cut one left unanswered", async () => {
  const transport = open();
  const popped = transport.untilAnswered((own) => own.blpop(key, 0));
  const rung = transport.sleep(long);
  await until(async () => (await blocked()) === 2);
  await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
  await redis.rpush(key, "1");
  await redis.rpush(bell, "");
  expect(await popped).toEqual([key, "1"]);
  await rung;
});

it("leaves nobody waiting when it is closed while Redis is away", async () => {
  const transport = open();
  await transport.untilAnswered((own) => own.ping());
  const sleeping = transport.sleep(long);
  await until(async () => (await blocked()) === 1);
  await server.kill();
  await until(() => redis.status === "reconnecting");
  const answer = transport.untilAnswered((own) => own.ping()).catch((error: unknown) => error);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await transport.close();
  await sleeping;
  await transport.sleep(long);
  expect(await answer).toMatchObject({ code: "closed" });
  vi.useRealTimers();
  await server.restart();
});

/** The number of connections on which a read blocks. */
async function blocked(): Promise<number> {
  const clients = await redis.info("clients");
  return Number(/blocked_clients:(\d+)/.exec(clients)?.[1]);
}

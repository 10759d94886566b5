import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis, randomPrefix } from "@tgmem/testbed";
import { type RunningProcess, startProcess, until } from "@tgmem/processes";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";

const server = await startTelegramServer();
const redisServer = await ownRedis();
beforeEach((context) => context.skip(redisServer.missing, "no redis-server"));
const redis = new Redis(redisServer.url);
redis.on("error", () => {});
const inbound = redisQueue(redis, inboundQueue);
const folder = await mkdtemp(join(tmpdir(), "tgmem-receiver-"));
const running = new Set<RunningProcess>();
afterEach(async () => {
  Object.assign(server.faults, { silent: false, mutePings: false, refuse: false });
  await Promise.all([...running].map((process) => process.stop("SIGKILL")));
  running.clear();
});
afterAll(async () => {
  await inbound.close();
  redis.disconnect();
  await redisServer.stop();
  await server.close();
  await rm(folder, { recursive: true });
});

/** The receiver looks often whether its log-in is good, and loses its patience soon. */
const short = {
  TELEGRAM_CALL_TIMEOUT_MS: "1500",
  TELEGRAM_POLL_MS: "3000",
  TELEGRAM_ANSWER_TIMEOUT_MS: "750",
};

interface RunOptions {
  readonly sessionFile?: string;
  readonly waits?: Readonly<Record<string, string>>;
}

function run({ sessionFile = join(folder, randomPrefix()), waits = short }: RunOptions = {}) {
  const process = startProcess(new URL("main.ts", import.meta.url), {
    env: {
      ...server.env,
      ...waits,
      REDIS_URL: redisServer.url,
      TELEGRAM_API_ID: "1",
      TELEGRAM_API_HASH: "hash",
      TELEGRAM_BOT_TOKEN: botAccount.botToken,
      TELEGRAM_SESSION: sessionFile,
    },
  });
  running.add(process);
  return process;
}

async function started(options?: RunOptions) {
  const receiver = run(options);
  await receiver.says('"msg":"started"');
  return receiver;
}

/** So many lines say why it ended, to whoever looks only at the worst. */
const fatalLines = (receiver: RunningProcess) =>
  receiver
    .output()
    .split("\n")
    .filter((line) => line.includes('"level":60'));

it("ends with 3 when its log-in is revoked, which it finds out by asking", async () => {
  const receiver = await started();
  server.faults.revoke({ device: "tgmem receiver" });
  expect(await receiver.exit).toBe(3);
  expect(fatalLines(receiver)).toEqual([expect.stringContaining("log in again")]);
});

it("ends with 3 when Telegram has forgotten its key, running or at the start", async () => {
  const sessionFile = join(folder, "forgotten");
  const receiver = await started({ sessionFile });
  server.faults.forgetKeys();
  expect(await receiver.exit).toBe(3);
  const next = run({ sessionFile });
  expect(await next.exit).toBe(3);
  for (const each of [receiver, next])
    expect(fatalLines(each)).toEqual([
      expect.stringContaining("has forgotten this log-in: remove the session file"),
    ]);
});

it("is not ready and then ends with 4 when Telegram takes connections and answers nothing", async () => {
  const receiver = await started();
  expect(await receiver.status("/readyz")).toBe(200);
  server.faults.silent = true;
  await until(async () => (await receiver.status("/readyz")) === 503, { timeoutMs: 20_000 });
  expect(await receiver.exit).toBe(4);
  expect(fatalLines(receiver)).toEqual([
    expect.stringMatching(/Telegram has answered nothing for \d+ s: start again\./),
  ]);
});

it("ends with 4 when nothing is answered at its start", async () => {
  server.faults.silent = true;
  const receiver = run({ waits: { TELEGRAM_START_TIMEOUT_MS: "3000" } });
  expect(await receiver.exit).toBe(4);
  expect(fatalLines(receiver)).toEqual([expect.stringContaining("is the network up?")]);
});

it("survives that the server is away for longer than it waits for an answer, and fetches what it missed", async () => {
  const receiver = await started();
  server.faults.refuse = true;
  server.faults.dropConnections();
  await until(async () => (await receiver.status("/readyz")) === 503, { timeoutMs: 20_000 });
  server.say("42", "meanwhile", { unheard: true });
  // Nothing can be waited for: what is under test is that nothing happens.
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  server.faults.refuse = false;
  await until(async () => (await inbound.stats()).depth === 1, { timeoutMs: 20_000 });
  await until(async () => (await receiver.status("/readyz")) === 200, { timeoutMs: 20_000 });
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("stops in time while Telegram is silent", async () => {
  const receiver = await started();
  server.faults.silent = true;
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("stops in time when it is told to in the middle of its start", async () => {
  const called = server.calls.length;
  server.faults.call({ on: "updates.getState", hang: true });
  const receiver = run({ waits: {} });
  await until(() => server.calls.slice(called).includes("updates.getState"), { timeoutMs: 20_000 });
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis } from "@tgmem/testbed";
import { runProcess, until } from "@tgmem/processes";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";

const server = await startTelegramServer();
const redisServer = await ownRedis();
beforeEach((context) => context.skip(redisServer.missing, "no redis-server"));
const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
redis.on("error", () => {});
const inbound = redisQueue(redis, inboundQueue);
const folder = await mkdtemp(join(tmpdir(), "tgmem-receiver-"));
afterAll(async () => {
  await inbound.close();
  redis.disconnect();
  await redisServer.stop();
  await server.close();
  await rm(folder, { recursive: true });
});

const env = {
  ...server.env,
  REDIS_URL: redisServer.url,
  TELEGRAM_API_ID: "1",
  TELEGRAM_API_HASH: "hash",
  TELEGRAM_BOT_TOKEN: botAccount.botToken,
  TELEGRAM_SESSION: join(folder, "session"),
  WHITELIST_USER: "42, 43",
  METRICS_PORT: "0",
  // Each message is told apart.
  MERGE_WINDOW_MS: "0",
};

const main = new URL("main.ts", import.meta.url);

function run(variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["--conditions=@tgmem/source", fileURLToPath(main)], {
    env: variables,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  const exit = once(child, "close").then(() => child.exitCode);
  return {
    output: () => output,
    exit,
    says: (text: string) =>
      until(() => output.includes(text), { timeoutMs: 20_000, what: `${text} in:\n${output}` }),
    stop: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return exit;
    },
  };
}

/** Settles all that waits on the list; resolves with the texts. */
async function drain(): Promise<string[]> {
  const jobs = await inbound.take({ max: 100, leaseMs: 60_000, waitMs: 0 });
  if (jobs.length === 0) return [];
  await inbound.settle(jobs.map(({ receipt }) => receipt));
  return [...jobs.map(({ body }) => body.text), ...(await drain())];
}
const waits = async (count: number) =>
  until(async () => (await inbound.stats()).depth === count, {
    timeoutMs: 20_000,
    what: `${count} on the list`,
  });

it("(3) puts listed people's messages on the list, also those of the time when it did not run, and stops cleanly", async () => {
  const first = run(env);
  await first.says('"msg":"started"');
  server.say("42", "a secret text");
  server.say("99", "a stranger");
  server.say("43", "/help");
  await waits(2);
  expect(await first.stop("SIGTERM")).toBe(0);
  server.say("42", "meanwhile");
  const second = run(env);
  await waits(3);
  expect(await second.stop("SIGTERM")).toBe(0);
  expect((await drain()).toSorted()).toEqual(["/help", "a secret text", "meanwhile"]);
  for (const text of ["a secret text", "stranger", botAccount.botToken])
    expect(first.output()).not.toContain(text);
});

it("(6) loses no message and repeats none when it is killed, and when Redis is away for a while", async () => {
  const first = run(env);
  await first.says('"msg":"started"');
  server.say("42", "one");
  await waits(1);
  await first.stop("SIGKILL");
  server.say("42", "two");
  const second = run(env);
  await waits(2);
  await redisServer.kill();
  server.say("42", "three");
  server.say("42", "four");
  await second.says('"msg":"redis"');
  await redisServer.restart();
  await until(async () => (await inbound.stats()).depth >= 2, { timeoutMs: 20_000 });
  const texts: string[] = [];
  await until(async () => texts.push(...(await drain())) && texts.includes("four"), {
    timeoutMs: 20_000,
  });
  expect(texts.slice(-2)).toEqual(["three", "four"]);
  expect(await second.stop("SIGTERM")).toBe(0);
});

it("(10) takes what is written in a moment as one, an album as one, and an edit by itself", async () => {
  const receiver = run({ ...env, MERGE_WINDOW_MS: "300" });
  await receiver.says('"msg":"started"');
  const first = server.say("42", "one");
  server.say("42", "two");
  await waits(1);
  server.edit(first, "uno");
  const fields = { grouped_id: 9n, media: { _: "messageMediaPhoto" } };
  server.say("42", "", { fields });
  server.say("42", "a caption", { fields });
  await waits(3);
  expect(await drain()).toEqual(["one\ntwo", "uno", "a caption"]);
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("(3) puts what was written in a supergroup on the list, also while it did not run", async () => {
  const group = "-1000000000055";
  const first = run(env);
  await first.says('"msg":"started"');
  server.say("42", "/one", { group });
  await waits(1);
  await first.stop("SIGKILL");
  server.say("42", "/two", { group });
  server.say("42", "among ourselves", { group });
  const second = run(env);
  await waits(2);
  expect(await second.stop("SIGTERM")).toBe(0);
  expect((await drain()).toSorted()).toEqual(["/one", "/two"]);
});

it("is ready while it is connected, and connects again by itself", async () => {
  const receiver = run(env);
  await receiver.says('"msg":"started"');
  const port = /"port":(\d+)/.exec(receiver.output())?.[1];
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
  expect(await ready()).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
  server.faults.refuse = true;
  server.faults.dropConnections();
  await until(async () => (await ready()) === 503, { timeoutMs: 20_000 });
  server.faults.refuse = false;
  await until(async () => (await ready()) === 200, { timeoutMs: 20_000 });
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("stops within its time while Redis is away", async () => {
  const receiver = run({
    ...env,
    REDIS_URL: "redis://127.0.0.1:1",
    TELEGRAM_SESSION: join(folder, "other"),
  });
  await receiver.says('"msg":"started"');
  server.say("42", "cannot be put anywhere");
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("warns when everybody may talk to the bot, and names entries that are no ids", async () => {
  const receiver = run({ ...env, WHITELIST_USER: "@me" });
  await receiver.says('"msg":"started"');
  await receiver.stop("SIGTERM");
  expect(receiver.output()).toContain("WHITELIST_USER holds no id");
  expect(receiver.output()).toContain('"invalid":["@me"]');
});

it("refuses a session file that another process uses, and says what to do", async () => {
  const first = run(env);
  await first.says('"msg":"started"');
  const second = run(env);
  expect(await second.exit).toBe(1);
  expect(second.output()).toContain("is in use by another process: stop that one");
  expect(await first.stop("SIGTERM")).toBe(0);
});

it("tells every missing or wrong variable at once, with what to do", async () => {
  const { code, stderr } = await runProcess(main, {
    env: { TELEGRAM_API_ID: "x", METRICS_PORT: "no", TELEGRAM_BOT_TOKEN: "secret" },
  });
  expect(code).toBe(2);
  for (const text of [
    "TELEGRAM_API_ID is wrong",
    "TELEGRAM_API_HASH is missing",
    "my.telegram.org",
    "METRICS_PORT is wrong",
    "TELEGRAM_BOT_TOKEN is wrong",
    "@BotFather",
  ])
    expect(stderr).toContain(text);
  expect(stderr).not.toContain("`secret`");
});

it("explains itself with --help", async () => {
  const { code, stdout } = await runProcess(main, { args: ["--help"] });
  expect(code).toBe(0);
  for (const text of ["inbound list", "TELEGRAM_SESSION", "WHITELIST_USER"])
    expect(stdout).toContain(text);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { outboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { runProcess, startRedis, until } from "@tgmem/testbed";
import { botAccount, startTelegramServer } from "@tgmem/telegram/testing";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";

const server = await startTelegramServer();
const redisServer = await startRedis();
const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
const outbound = redisQueue(redis, outboundQueue);
const folder = await mkdtemp(join(tmpdir(), "tgmem-sender-"));
afterAll(async () => {
  await outbound.close();
  redis.disconnect();
  await redisServer.stop();
  await server.close();
  await rm(folder, { recursive: true });
});

const main = new URL("main.ts", import.meta.url);
const env = {
  ...server.env,
  NODE_ENV: "test",
  REDIS_URL: redisServer.url,
  TELEGRAM_API_ID: "1",
  TELEGRAM_API_HASH: "hash",
  TELEGRAM_BOT_TOKEN: botAccount.botToken,
  TELEGRAM_SENDER_SESSION: join(folder, "session"),
  WHITELIST_USER: "42 43 44",
  METRICS_PORT: "0",
};

/** Resolves when it has started. */
async function start(variables: Readonly<Record<string, string>> = env) {
  const child = spawn(process.execPath, ["--conditions=@tgmem/source", fileURLToPath(main)], {
    env: variables,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  const exit = once(child, "close").then(() => child.exitCode);
  const started = () => {
    if (child.exitCode !== null) throw new Error(output);
    return output.includes('"msg":"started"');
  };
  await until(started, { timeoutMs: 20_000 });
  return {
    output: () => output,
    exit,
    stop: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return exit;
    },
  };
}

let number = 0;
const push = (chatId: string, text: string, userId = chatId) =>
  outbound.push([
    { id: `tg:999:${chatId}:${++number}`, lane: chatId, body: { v: 1, chatId, userId, text } },
  ]);
const sentTo = (chatId: string) =>
  server.sent.filter((message) => message.chatId === chatId).map(({ text }) => text);
const allDone = () =>
  until(async () => (await outbound.stats()).depth === 0, { timeoutMs: 20_000 });

it("sends each message once and in order per chat, although it is killed in the middle and answers get lost", async () => {
  const texts = Array.from({ length: 30 }, (_, index) => `message ${index}`);
  for (const text of texts) for (const chatId of ["42", "43"]) await push(chatId, text);
  server.fail({ on: "messages.sendMessage", cut: "after" });
  const first = await start();
  await until(() => server.sent.length >= 10);
  await first.stop("SIGKILL");
  const second = await start();
  await allDone();
  expect(sentTo("42")).toEqual(texts);
  expect(sentTo("43")).toEqual(texts);
  expect(await second.stop("SIGTERM")).toBe(0);
  expect(second.output()).not.toContain("message 1");
}, 60_000);

it("drops what is not listed without a dead letter, and buries what a chat refuses", async () => {
  const before = server.sent.length;
  await push("99", "to a stranger");
  await push("-7", "in an unlisted group", "42");
  server.fail({ on: "messages.sendMessage", code: 400, text: "USER_IS_BLOCKED" });
  await push("44", "to somebody who has blocked the bot");
  const sender = await start();
  await allDone();
  await sender.stop("SIGTERM");
  expect(server.sent).toHaveLength(before);
  expect(await outbound.deadLetters({ limit: 10 })).toMatchObject([
    { lane: "44", reason: expect.stringContaining("USER_IS_BLOCKED") },
  ]);
  expect(sender.output()).toContain('"reason":"not listed"');
  expect(sender.output()).not.toContain("stranger");
});

it("lets one chat wait as long as Telegram says, and the others go on", async () => {
  server.fail({ on: "messages.sendMessage", code: 420, text: "FLOOD_WAIT_2" });
  await push("42", "later");
  const sender = await start();
  await until(() => sender.output().includes("flood_wait"));
  await push("43", "at once");
  await allDone();
  expect(server.sent.slice(-2).map(({ text }) => text)).toEqual(["at once", "later"]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("stops with an error when its log-in is of no more use, and keeps the message", async () => {
  server.fail({ on: "messages.sendMessage", code: 401, text: "SESSION_REVOKED" });
  await push("42", "kept");
  const sender = await start();
  expect(await sender.exit).toBe(1);
  expect(sender.output()).toContain("log in again");
  expect((await outbound.stats()).depth).toBe(1);
  const next = await start();
  await allDone();
  expect(sentTo("42").at(-1)).toBe("kept");
  await next.stop("SIGTERM");
});

it("warns when answers go to everybody", async () => {
  const sender = await start({ ...env, WHITELIST_USER: "" });
  await sender.stop("SIGTERM");
  expect(sender.output()).toContain("WHITELIST_USER holds no id");
});

it("tells every missing or wrong variable at once, with what to do", async () => {
  const { code, stderr } = await runProcess(main, { env: { REDIS_URL: "nowhere" } });
  expect(code).toBe(2);
  for (const text of ["REDIS_URL is wrong", "TELEGRAM_API_ID is missing", "my.telegram.org"])
    expect(stderr).toContain(text);
});

it("explains itself with --help", async () => {
  const { code, stdout } = await runProcess(main, { args: ["--help"] });
  expect(code).toBe(0);
  for (const text of ["outbound list", "TELEGRAM_SENDER_SESSION", "WHITELIST_USER"])
    expect(stdout).toContain(text);
});

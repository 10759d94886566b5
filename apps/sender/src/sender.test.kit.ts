import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { outboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { startRedis, until } from "@tgmem/testbed";
import { botAccount, startTelegramServer } from "@tgmem/telegram/testing";
import { Redis } from "ioredis";
import { afterAll, afterEach } from "vitest";

export const main = new URL("main.ts", import.meta.url);

/** A Telegram, a Redis and as many senders as a test starts. One for a test file. */
export async function senderBench() {
  const server = await startTelegramServer();
  const redisServer = await startRedis();
  const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
  redis.on("error", () => {});
  const outbound = redisQueue(redis, outboundQueue);
  const folder = await mkdtemp(join(tmpdir(), "tgmem-sender-"));
  const running = new Set<() => Promise<unknown>>();
  afterEach(async () => {
    await Promise.all([...running].map((kill) => kill()));
    running.clear();
  });
  afterAll(async () => {
    await outbound.close();
    redis.disconnect();
    await redisServer.stop();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const env = {
    ...server.env,
    NODE_ENV: "test",
    REDIS_URL: redisServer.url,
    TELEGRAM_API_ID: "1",
    TELEGRAM_API_HASH: "hash",
    TELEGRAM_BOT_TOKEN: botAccount.botToken,
    TELEGRAM_SENDER_SESSION: join(folder, "session"),
    WHITELIST_USER: "42 43 44 -7",
    SEND_CHAT_INTERVAL_MS: "0",
    METRICS_PORT: "0",
  };

  function run(variables: Readonly<Record<string, string>> = env) {
    const child = spawn(process.execPath, ["--conditions=@tgmem/source", fileURLToPath(main)], {
      env: variables,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data: Buffer) => (output += data.toString()));
    const exit = once(child, "close").then(() => child.exitCode);
    const stop = (signal: NodeJS.Signals) => {
      child.kill(signal);
      return exit;
    };
    running.add(() => stop("SIGKILL"));
    return {
      output: () => output,
      exit,
      stop,
      says: (text: string) =>
        until(
          () => {
            if (output.includes(text)) return true;
            if (child.exitCode !== null) throw new Error(output);
            return false;
          },
          { timeoutMs: 20_000, what: text },
        ),
    };
  }

  let number = 0;
  return {
    server,
    redis,
    outbound,
    env,
    run,
    /** Resolves when it has started. */
    start: async (variables?: Readonly<Record<string, string>>) => {
      const sender = run(variables);
      await sender.says('"msg":"started"');
      return sender;
    },
    push: (
      chatId: string,
      text: string,
      { userId = chatId, ...fields }: { userId?: string; replyToMessageId?: number } = {},
    ) =>
      outbound.push([
        {
          id: `tg:999:${chatId}:${++number}`,
          lane: chatId,
          body: { v: 1, chatId, userId, text, ...fields },
        },
      ]),
    called: (method: string) => server.calls.filter((call) => call === method).length,
    sentTo: (chatId: string) =>
      server.sent.filter((message) => message.chatId === chatId).map(({ text }) => text),
    allDone: () =>
      until(async () => (await outbound.stats()).depth === 0, {
        timeoutMs: 20_000,
        what: "an empty list",
      }),
  };
}

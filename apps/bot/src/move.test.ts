import { join } from "node:path";
import { inboundQueue } from "@tgmem/contracts";
import { runProcess, until } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { botWorld, people } from "./bot.kit.ts";

const admin = new URL("../../admin/src/main.ts", import.meta.url);

it("moves with twenty messages that wait to the list of the four apps, and back, and answers each once and in order", async (context) => {
  const server = await ownRedis();
  context.skip(server.missing, "no redis-server");
  const redis = new Redis(server.url);
  onTestFinished(async () => {
    redis.disconnect();
    await server.stop();
  });
  const { telegram, data, start } = await botWorld();
  const env = { REDIS_URL: server.url, TELEGRAM_SESSION: join(data, "receiver_session") };
  const tgmem = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await runProcess(admin, { args, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    return stdout;
  };

  const bot = await start();
  await tgmem("--data", data, "pause", "inbound");
  const chats = people.slice(0, 4);
  for (let round = 1; round <= 5; round++)
    for (const chat of chats) telegram.say(chat, `message ${round}`);
  await until(
    async () => (await tgmem("--data", data, "queue")).match(/^inbound \(paused\) +20 /mu) !== null,
    { what: "twenty messages that wait" },
  );
  await bot.stop("SIGTERM");
  expect(await tgmem("--data", data, "move", "--to", server.url)).toMatch(
    /^Moved 20 jobs, .* and the log-in\.$/mu,
  );

  const inbound = redisQueue(redis, inboundQueue);
  for (const chat of chats) {
    const jobs = await inbound.peek(`chat:${chat}`, { limit: 9 });
    expect(jobs.map(({ body }) => /message \d/u.exec(body)?.[0])).toEqual(
      [1, 2, 3, 4, 5].map((round) => `message ${round}`),
    );
  }
  expect(await inbound.stats()).toMatchObject({ depth: 20, isPaused: true });
  await inbound.close();

  const back = join(data, "back");
  await tgmem("move", "--to", back);
  await tgmem("--data", back, "resume", "inbound");
  await start(back);
  const answers = (chat: string) =>
    telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
  await until(() => chats.every((chat) => answers(chat).length >= 5), { what: "all answers" });
  for (const chat of chats)
    expect(answers(chat).map((text) => /message \d/u.exec(text)?.[0])).toEqual(
      [1, 2, 3, 4, 5].map((round) => `message ${round}`),
    );
});
